import { ordinal } from '../evaluation/comparison.ts'
import { periodText, whenText } from '../period-text.ts'
import { numberText, quantityText, type Unit, units } from '../quantity.ts'
import type { Ambition, AmbitionInput } from './ambition.ts'
import type { Managed } from './managed-rates.ts'

type Found = Omit<Ambition, 'says'>

/** Fewer neighbours than this with figures so far apart tell nothing of what is possible. */
export const LEAST_PACES = 4

const quarters = {
  1: 'in the best quarter',
  2: 'in the second quarter, better than the middle',
  3: 'in the third quarter, worse than the middle',
  4: 'in the worst quarter',
} as const

/** By the share of similar councils that ever improved as fast. */
const reach: readonly { readonly upTo: number; readonly says: string }[] = [
  {
    upTo: 0,
    says: 'No similar council on record has improved so fast: the target needs more than a good year.',
  },
  { upTo: 0.15, says: 'That is rare: ambitious, and it needs a reason to think it can be done here.' },
  { upTo: 0.5, says: 'That is ambitious but has been done.' },
  { upTo: 0.85, says: 'Most similar councils have done it at some time.' },
  {
    upTo: 1,
    says: 'Nearly every similar council has done it at some time: the target is within easy reach.',
  },
]

export function ambitionWords(input: AmbitionInput, found: Found): string[] {
  return [standingWords(input, found), needWords(input, found), ...pastWords(input, found)].filter(
    (sentence) => sentence !== null,
  )
}

function standingWords(
  { council, target, latest, unit, decimals }: AmbitionInput,
  found: Found,
): string | null {
  const { standing } = found
  const goal = quantityText(target, unit, decimals)
  if (found.relative) return 'A count grows with the size of a place, so councils are not ranked on it.'
  if (!standing)
    return `Too few similar councils have a figure ${whenText(latest.period)} to say where ${goal} would stand.`
  const { rank, of, quarter, rankNow, bestQuarterFrom } = standing
  return `On the figures of ${periodText(latest.period)}, ${goal} would be ${ordinal(rank)} of ${of}, ${quarters[quarter]} (the best quarter begins at ${quantityText(bestQuarterFrom, unit, decimals)}). ${council} is ${ordinal(rankNow)} now.`
}

function needWords({ council, target, by, latest, unit, decimals }: AmbitionInput, found: Found): string {
  const [from, goal] = [latest.value, target].map((value) => quantityText(value, unit, decimals))
  if (found.perYear === 0) return `${council} is at ${from} already: the target asks it to stay there.`
  if (found.perYear < 0)
    return `${council} is at ${from} already: a target of ${goal} would let it get worse.`
  return `From ${from} (${periodText(latest.period)}) to ${goal} by the end of ${periodText(by)} is an improvement of ${paceText(found.perYear, found.relative, unit, decimals)}, for ${yearsText(found.years)}.`
}

function pastWords({ council, unit, decimals }: AmbitionInput, found: Found): string[] {
  const { paces, perYear, managed, managedFromHere, spans, span } = found
  if (perYear <= 0) return []
  const over = `over ${span === 1 ? 'one year' : `${span} years`}`
  if (paces.length < LEAST_PACES)
    return [
      `Only ${paces.length} similar councils have comparable figures ${span} years apart, too few to say whether it has been done.`,
    ]
  const share = managed / paces.length
  const verdict = reach.find(({ upTo }) => share <= upTo)?.says ?? ''
  const counted =
    managed === 0
      ? `None of ${paces.length} similar councils ever improved so fast ${over}.`
      : `${managed} of ${paces.length} similar councils ever improved so fast ${over}, ${managedFromHere === 0 ? 'none' : managedFromHere} of them from where ${council} is now or better; it happened in ${spans.managed} of ${spans.of} such spans.`
  const [fastest] = paces
  const most = fastest
    ? `The most that any managed was ${paceText(fastest.best.perYear, found.relative, unit, decimals)}: ${fastest.name}, ${spanText(fastest.best, unit, decimals)}.`
    : ''
  return [counted, verdict, most]
}

/** '1.5 percentage points a year', '4.0% a year', '−0.3 points a year' (a worsening). One decimal more than the measure's own. */
export function paceText(perYear: number, relative: boolean, unit: Unit, decimals: number): string {
  if (relative) return `${paceNumber(perYear, relative, decimals)}% a year`
  if (unit === 'percentage') return `${paceNumber(perYear, relative, decimals)} percentage points a year`
  return `${quantityText(perYear, unit, decimals + 1)} a year`
}

/** The same without its unit, for a column whose head says it. */
export const paceNumber = (perYear: number, relative: boolean, decimals: number): string =>
  relative ? numberText(perYear * 100, 1) : numberText(perYear, decimals + 1)

export function paceUnit(relative: boolean, unit: Unit): string {
  if (relative) return 'per cent a year'
  return unit === 'percentage' ? 'percentage points a year' : `${units[unit].name}, a year`
}

export const spanText = (span: Managed, unit: Unit, decimals: number): string =>
  `from ${endText(span.from, unit, decimals)} to ${endText(span.to, unit, decimals)}`

/** '9.9% (2018)' */
export const endText = ({ period, value }: Managed['from'], unit: Unit, decimals: number): string =>
  `${quantityText(value, unit, decimals)} (${periodText(period)})`

function yearsText(years: number): string {
  const rounded = Math.round(years * 4) / 4
  if (rounded === 1) return 'one year'
  return `${numberText(rounded, Number.isInteger(rounded) ? 0 : Number.isInteger(rounded * 2) ? 1 : 2)} years`
}
