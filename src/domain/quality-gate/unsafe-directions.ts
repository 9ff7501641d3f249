import type { GoodDirection } from '../measures/measure.ts'

/**
 * Titles whose good direction is not safe to assume, with why. Read in order; the first that fits is told. The words were
 * gathered from the framework's 86 strategic measures; each reason is the argument a scrutiny committee would make.
 */
export const unsafeDirections: readonly {
  readonly words: RegExp
  readonly when: readonly GoodDirection[]
  readonly why: string
  readonly mend: string
}[] = [
  {
    words: /\bpreventions?\b/i,
    when: ['low'],
    why: 'A prevention is a success, so fewer of them is hardly good: the direction looks the wrong way round',
    mend: 'Make high good, or name the failure that is to fall.',
  },
  {
    words: /\bincidents?\b.*\breported\b|\breported\b.*\bincidents?\b/i,
    when: ['low'],
    why: 'Fewer reports may mean fewer incidents, or fewer people who trust that a report will help',
    mend: 'Say that neither way is good and show it beside a survey or repeat victims, or measure what follows a report.',
  },
  {
    words: /\brecorded crime\b/i,
    when: ['low'],
    why: 'Recorded crime also falls when people stop reporting or the police record less',
    mend: 'Show it for context beside the crime survey, or choose offences that are nearly always recorded.',
  },
  {
    words: /\bSEN support\b/i,
    when: ['low'],
    why: 'Fewer pupils on SEN support may mean less need, or need that nobody has recognised',
    mend: 'Say that neither way is good, and measure how those pupils get on.',
  },
  {
    words: /\bsafeguarding\b.*\b(episodes?|enquir|concerns?)/i,
    when: ['low'],
    why: 'Fewer safeguarding episodes may mean safer people, or concerns that were not raised',
    mend: 'Say that neither way is good, and measure whether risk was reduced.',
  },
  {
    words: /\bexploitation\b/i,
    when: ['low'],
    why: 'Less exploitation found in assessments may mean less of it, or less looking for it',
    mend: 'Say that neither way is good, and watch repeat assessments or outcomes.',
  },
  {
    words: /\bmental health\b|\bdepression\b/i,
    when: ['low'],
    why: 'Recorded mental ill-health rises when people seek help and are recognised',
    mend: 'Say which is measured, need or service, and that recorded need has no good direction.',
  },
  {
    words: /\bplaced with parents\b/i,
    when: ['high', 'low'],
    why: 'Whether a child in care should be placed with parents depends on the child, so neither more nor fewer is better in itself',
    mend: 'Say that neither way is good, or measure placements that held.',
  },
  {
    words: /\bone stop shop\b|\bwebsite\b|\bcalls? received\b/i,
    when: ['high', 'low'],
    why: 'More contact may mean a service that is used, or people who had to come back because something failed',
    mend: 'Make it context for demand, and measure contacts resolved at the first attempt.',
  },
  {
    words: /\bcaseload\b/i,
    when: ['high', 'low'],
    why: 'Good lies between two edges: a very low caseload is capacity not used, a high one is unsafe',
    mend: 'Make it good within a range and state the range.',
  },
  {
    words: /\bnumber of complaints\b|\bcomplaints received\b/i,
    when: ['low'],
    why: 'Fewer complaints may mean better service, or people who do not think it worth complaining',
    mend: 'Measure those upheld, or answered in time.',
  },
]
