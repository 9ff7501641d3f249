import type { ObservationStatus } from '../../domain/measures/observation.ts'
import { parsePeriod, periodSlug, periodText } from '../../domain/period-text.ts'
import { units } from '../../domain/quantity.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { choiceField, shortField, textField } from '../../web/field.ts'
import { todayOf } from '../../web/site.ts'
import { correctFigure, correctFigureIn, type FigureCorrection } from '../changes/correct-figure.ts'
import { instantText } from '../changes/instant-text.ts'
import { figureWords } from '../changes/words.ts'
import { readDecimal } from '../read-decimal.ts'
import { figureRevisions } from '../revisions.ts'
import { problemsIn, typedIn } from './change-fields.ts'
import { changePage } from './change-page.ts'

const statuses: Readonly<Record<ObservationStatus, string>> = {
  final: 'Final',
  provisional: 'Provisional',
  estimated: 'Estimated',
  suppressed: 'Suppressed: there is a value, and it may not be shown',
}

export const correct = changePage<FigureCorrection>(
  {
    path: '/measures/:code/correct',
    action: 'measure.record-values',
    title: 'Correct a figure',
    lead: 'The figure that is held stays in the history, with yours as a new revision after it.',
    button: 'Check it',
    agreed: false,
    questions: async ({ db, actor, measure, query, typed }) => {
      const { areaCode } = await authorityOf(db, actor)
      const all = measure.series ? await figureRevisions(db, measure.series.code, areaCode) : []
      const asked = parsePeriod(typed.get('period') ?? query.get('period') ?? '')
      const held = asked.ok
        ? all.find(({ period }) => period.start === asked.value.start && period.end === asked.value.end)
        : all[0]
      if (!measure.series || !held)
        return {
          stands: [],
          fields: [],
          hidden: {},
          cannot:
            all.length === 0
              ? 'No figure of this measure is held.'
              : 'No figure is held for that period. Choose one in the measure’s history.',
        }
      const { before, after, name } = units[measure.series.unit]
      const isMade = held.numerator !== null || held.denominator !== null
      return {
        stands: [
          { term: 'Period', text: periodText(held.period) },
          { term: 'Held', text: figureWords(measure, held) },
          {
            term: 'Recorded',
            text: `${instantText(held.recordedAt)}, by ${held.recordedBy}${held.reason === null ? '' : `: ${held.reason}`}`,
          },
        ],
        fields: [
          shortField('value', `Value (${(before || after).trim() || name})`, {
            value: held.value ?? '',
            hint: 'Leave it empty when there is none',
          }),
          ...(isMade
            ? [
                shortField('numerator', 'Numerator', { value: held.numerator ?? '' }),
                shortField('denominator', 'Denominator', { value: held.denominator ?? '' }),
              ]
            : []),
          choiceField('status', 'The figure is', {
            value: held.status,
            items: Object.entries(statuses).map(([value, text]) => ({ value, text })),
          }),
          textField('doubt', 'Why it is not to be relied on', {
            value: held.doubt ?? '',
            hint: 'Leave it empty when it is. A figure in doubt is shown and never judged.',
          }),
        ],
        hidden: {
          period: periodSlug(held.period),
          start: held.period.start,
          end: held.period.end,
          seen: String(held.revision),
        },
        cannot: null,
      }
    },
    read: (body, { params, site }) => {
      const problems = problemsIn()
      const number = (name: string) => {
        const typed = typedIn(body, name)
        const read = typed === null ? null : readDecimal(typed)
        if (typed !== null && read === null) problems.say(name, 'Write it as a number, such as 68 or 68.5')
        return read
      }
      const [value, numerator, denominator] = [number('value'), number('numerator'), number('denominator')]
      const status = body.get('status') ?? ''
      if (!Object.hasOwn(statuses, status)) problems.say('status', 'Choose what the figure is')
      if (status === 'suppressed' && value !== null)
        problems.say('value', 'Leave the value of a suppressed figure empty')
      if (
        status !== 'suppressed' &&
        value === null &&
        typedIn(body, 'doubt') === null &&
        problems.list.length === 0
      )
        problems.say('value', 'Enter the value, or say below why there is none')
      if (denominator !== null && Number(denominator) <= 0)
        problems.say('denominator', 'The denominator must be more than nought')
      const reason = typedIn(body, 'reason')
      if (reason === null) problems.say('reason', 'Enter the reason, which is kept with the change')
      if (problems.list.length > 0) return { ok: false, problems: problems.list }
      const input = {
        measure: params.code,
        start: body.get('start') ?? '',
        end: body.get('end') ?? '',
        value,
        numerator,
        denominator,
        status: status as ObservationStatus,
        doubt: typedIn(body, 'doubt'),
        reason: reason ?? '',
        seen: Number(body.get('seen')) || 0,
        today: todayOf(site),
      }
      return { ok: true, input }
    },
    change: correctFigureIn,
    command: correctFigure,
    done: 'corrected',
  },
  todayOf,
)
