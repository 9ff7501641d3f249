import { backTest } from '../../domain/high-needs/back-test.ts'
import { poundsMillionText } from '../../domain/money.ts'
import { dayText } from '../../domain/period-text.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { page } from '../../web/page.ts'
import { backTestTable, increaseTable, modelTestTable } from '../back-test-tables.ts'
import { highNeedsNav, highNeedsTrail } from '../nav.ts'
import { highNeedsFacts } from '../queries.ts'

/** Earlier forecasts against what came, and what cannot be judged yet. */
export const backTestPage = page({
  path: '/high-needs/back-test',
  action: 'high-needs.view',
  template: 'high-needs/pages/back-test.njk',
  asAt: true,
  view: async ({ db, asAt }) => {
    const tested = backTest(await highNeedsFacts(db, asAt))
    const { forecasts, increases, model, untested } = tested
    const judged = forecasts.filter(({ came }) => came !== null).length
    const [council, increase, own] = [
      backTestTable(forecasts),
      increaseTable(increases),
      modelTestTable(model),
    ]
    return {
      nav: highNeedsNav('/high-needs/back-test'),
      lead: `${judgedText(judged, forecasts.length)} ${
        model.length === 0
          ? 'The model has not been tried by what came.'
          : `${model.filter(({ isInRange }) => isInRange).length} of ${model.length} times what came lay in the model’s range.`
      }`,
      council,
      increase: increases.length === 0 ? null : increase,
      increaseWords: increases.map(({ year, atLeast, modelled, came }) =>
        modelled
          ? `For ${year} the council said at least ${poundsMillionText(atLeast)} more; it lies ${atLeast < modelled.lower80 ? 'below' : 'within or above'} the model’s range. ${came === null ? 'What came is not recorded.' : `What came: ${poundsMillionText(came)}.`}`
          : `For ${year} the council said at least ${poundsMillionText(atLeast)} more. The model does not begin with that year.`,
      ),
      own: model.length === 0 ? null : own,
      untested: untested.map(
        ({ from, missing }) =>
          `From ${dayText(from)} the model cannot be run: not recorded are ${missing.join('; ')}.`,
      ),
      tables: [council, ...(increases.length ? [increase] : []), ...(model.length ? [own] : [])] as Table[],
    }
  },
  title: 'High needs: back-test',
  breadcrumbs: () => highNeedsTrail,
  tables: ({ tables }) => tables,
})

function judgedText(judged: number, all: number): string {
  if (all === 0) return 'No forecast of the council’s is recorded.'
  if (judged === 0)
    return `None of the council’s ${all} forecasts can be judged yet: the days they are of are not recorded.`
  return judged === all
    ? `All ${all} forecasts of the council’s can be held against what came.`
    : `${judged} of ${all} forecasts of the council’s can be held against what came; the days of the others are not recorded yet.`
}
