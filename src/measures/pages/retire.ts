import { dayText } from '../../domain/period-text.ts'
import { listField, shortField } from '../../web/field.ts'
import { readDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { type RetirementInput, retireMeasure, retireMeasureIn } from '../changes/retire-measure.ts'
import { registeredMeasures } from '../queries.ts'
import { problemsIn, typedIn } from './change-fields.ts'
import { changePage } from './change-page.ts'

export const retire = changePage<RetirementInput>(
  {
    path: '/measures/:code/retire',
    action: 'measure.keep',
    title: 'Retire the measure',
    lead: 'From that day on it is left out of the register. Quarters that had ended keep it, and all of it can still be read.',
    button: 'Check it',
    agreed: true,
    questions: async ({ db, measure, today }) => {
      const { retired } = measure
      if (retired)
        return {
          stands: [],
          fields: [],
          hidden: {},
          cannot: `Retired already, from ${dayText(retired.from)}: ${retired.reason}`,
        }
      const others = (await registeredMeasures(db)).filter(({ code }) => code !== measure.code)
      return {
        stands: [],
        fields: [
          shortField('from', 'First day without it', {
            value: dayText(today),
            hint: 'For example, 1 April 2025',
          }),
          listField('replacedBy', 'The measure that takes its place', {
            items: [
              { value: '', text: 'None' },
              ...others.map(({ code, title }) => ({ value: code, text: `${code.toUpperCase()} ${title}` })),
            ],
          }),
        ],
        hidden: {},
        cannot: null,
      }
    },
    read: (body, { params }) => {
      const problems = problemsIn()
      const from = readDay(body.get('from') ?? '')
      if (from === null) problems.say('from', 'Write a day, such as 1 April 2025')
      const reason = typedIn(body, 'reason')
      if (reason === null) problems.say('reason', 'Enter the reason, which is kept with the measure')
      if (problems.list.length > 0) return { ok: false, problems: problems.list }
      const replacedBy = typedIn(body, 'replacedBy')
      const agreedBy = typedIn(body, 'agreedBy')
      return {
        ok: true,
        input: { measure: params.code, from: from ?? '', reason: reason ?? '', agreedBy, replacedBy },
      }
    },
    change: retireMeasureIn,
    command: retireMeasure,
    done: 'retired',
  },
  todayOf,
)
