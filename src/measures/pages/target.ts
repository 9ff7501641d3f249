import { takesTarget } from '../../domain/measures/measure.ts'
import { financialQuarter, financialStartYear, financialYear, type Period } from '../../domain/period.ts'
import { parsePeriod, periodSlug, periodText } from '../../domain/period-text.ts'
import { reportingQuarter } from '../../organisation/queries.ts'
import { listField, shortField } from '../../web/field.ts'
import { todayOf } from '../../web/site.ts'
import { setTarget, setTargetIn, type TargetInput } from '../changes/set-target.ts'
import { targetWords, toleranceWords } from '../changes/words.ts'
import { readDecimal } from '../read-decimal.ts'
import { targetRevisions } from '../revisions.ts'
import { problemsIn, typedIn } from './change-fields.ts'
import { changePage } from './change-page.ts'

const yearsAhead = 4

export const target = changePage<TargetInput>(
  {
    path: '/measures/:code/target',
    action: 'measure.keep',
    title: 'Set a target',
    lead: 'What the measure is to reach in a period, how close still counts as close, and what it must never fall short of.',
    button: 'Check it',
    agreed: true,
    questions: async ({ db, measure, query, typed }) => {
      if (!takesTarget(measure))
        return {
          stands: [],
          fields: [],
          hidden: {},
          cannot: 'This measure takes no target: it is shown for context, or neither way is good.',
        }
      const held = (await targetRevisions(db, measure.code)).filter(
        ({ period }, at, all) =>
          all.findIndex((each) => each.period.start === period.start && each.period.end === period.end) ===
          at,
      )
      const quarter = await reportingQuarter(db, null)
      const slug =
        typed.get('period') ??
        query.get('period') ??
        periodSlug(financialYear(financialStartYear(quarter.start)))
      const current = held.find(({ period }) => periodSlug(period) === slug)
      const text = (value: number | null | undefined) => (value == null ? '' : String(value))
      return {
        stands: held.map((each) => ({
          term: periodText(each.period),
          text: `${targetWords(measure, each)}; within ${toleranceWords(measure, each.tolerance)} counts as close`,
        })),
        fields: [
          listField('period', 'For', { value: slug, items: periodsOffered(quarter, held, slug) }),
          shortField('value', measure.goodDirection === 'range' ? 'From' : 'Target', {
            value: text(current?.value),
          }),
          ...(measure.goodDirection === 'range'
            ? [shortField('upperValue', 'To', { value: text(current?.upperValue) })]
            : []),
          shortField('tolerance', 'Tolerance', {
            value: text(current?.tolerance ?? 0),
            hint: 'How far short still counts as close, in the measure’s own unit',
          }),
          shortField('floor', 'Minimum standard', {
            value: text(current?.floor),
            hint: 'Worse than this is red, whatever the tolerance. Leave it empty when none is set.',
          }),
        ],
        hidden: { seen: held.map(({ period, revision }) => `${periodSlug(period)}=${revision}`).join(',') },
        cannot: null,
      }
    },
    read: (body, { params }) => {
      const problems = problemsIn()
      const number = (name: string, missing: string | null) => {
        const typed = typedIn(body, name)
        const read = typed === null ? null : readDecimal(typed)
        if (typed === null && missing !== null) problems.say(name, missing)
        if (typed !== null && read === null) problems.say(name, 'Write it as a number, such as 68 or 68.5')
        return read
      }
      const period = parsePeriod(body.get('period') ?? '')
      if (!period.ok) problems.say('period', 'Choose the period')
      const value = number('value', 'Enter the target')
      const upperValue = number('upperValue', null)
      const tolerance = number('tolerance', 'Enter the tolerance, 0 when there is none')
      const floor = number('floor', null)
      const reason = typedIn(body, 'reason')
      if (reason === null) problems.say('reason', 'Enter the reason, which is kept with the target')
      if (problems.list.length > 0 || !period.ok) return { ok: false, problems: problems.list }
      const seen = (body.get('seen') ?? '')
        .split(',')
        .find((each) => each.startsWith(`${periodSlug(period.value)}=`))
      const input = {
        measure: params.code,
        period: period.value,
        value: value ?? '',
        upperValue,
        tolerance: tolerance ?? '',
        floor,
        reason: reason ?? '',
        agreedBy: typedIn(body, 'agreedBy'),
        seen: Number(seen?.split('=')[1] ?? 0),
      }
      return { ok: true, input }
    },
    change: setTargetIn,
    command: setTarget,
    done: 'target',
  },
  todayOf,
)

/** The years about the one reported on and the quarters of that one, and whatever has a target already. */
function periodsOffered(quarter: Period, held: readonly { period: Period }[], chosen: string) {
  const year = financialStartYear(quarter.start)
  const years = Array.from({ length: yearsAhead + 2 }, (_, index) => financialYear(year - 1 + index))
  const quarters = ([1, 2, 3, 4] as const).map((number) => financialQuarter(year, number))
  const offered = new Map(
    [...years, ...quarters, ...held.map(({ period }) => period)].map((each) => [
      periodSlug(each),
      periodText(each),
    ]),
  )
  const other = parsePeriod(chosen)
  if (other.ok) offered.set(periodSlug(other.value), periodText(other.value))
  return [...offered].map(([value, text]) => ({ value, text }))
}
