import { dayText } from '../../domain/period-text.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { shortField } from '../../web/field.ts'
import { readDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { type MeasureRebase, rebaseMeasure, rebaseMeasureIn } from '../changes/rebase-measure.ts'
import { figureRevisions, rebasesRecorded } from '../revisions.ts'
import { problemsIn, typedIn } from './change-fields.ts'
import { changePage } from './change-page.ts'

export const rebase = changePage<MeasureRebase>(
  {
    path: '/measures/:code/rebase',
    action: 'measure.keep',
    title: 'Judge it afresh from a day',
    lead: 'When the way something is done has changed, its chart begins again: a new average and a new usual range, with the reason beside it.',
    button: 'Check it',
    agreed: true,
    questions: async ({ db, actor, measure }) => {
      const { areaCode } = await authorityOf(db, actor)
      const { series } = measure
      const figures = series ? await figureRevisions(db, series.code, areaCode) : []
      if (!series || figures.length === 0)
        return { stands: [], fields: [], hidden: {}, cannot: 'No figures of this measure are held.' }
      const held = await rebasesRecorded(db, series.code, areaCode)
      return {
        stands: held.map(({ at, reason }) => ({ term: `From ${dayText(at)}`, text: reason ?? '' })),
        fields: [shortField('at', 'First day of the new way', { hint: 'For example, 1 April 2024' })],
        hidden: {},
        cannot: null,
      }
    },
    read: (body, { params }) => {
      const problems = problemsIn()
      const at = readDay(body.get('at') ?? '')
      if (at === null) problems.say('at', 'Write a day, such as 1 April 2024')
      const reason = typedIn(body, 'reason')
      if (reason === null) problems.say('reason', 'Enter what changed, which is shown with the chart')
      if (problems.list.length > 0) return { ok: false, problems: problems.list }
      const agreedBy = typedIn(body, 'agreedBy')
      return { ok: true, input: { measure: params.code, at: at ?? '', reason: reason ?? '', agreedBy } }
    },
    change: rebaseMeasureIn,
    command: rebaseMeasure,
    done: 'rebased',
  },
  todayOf,
)
