import { can } from '../../../domain/access/can.ts'
import { counted } from '../../../domain/counted.ts'
import { monthText, yearText } from '../../../domain/financial-year.ts'
import { page } from '../../../web/page.ts'
import { laterChangesTable, nowTable, printedChangesTable } from '../change-tables.ts'
import { capitalChanges } from '../changes.ts'
import { withheldSentence } from '../exemptions.ts'
import { firstYear } from '../programme-words.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

/** What changed in the programme: what the paper lists, and what was recorded since. */
export const changesPage = page({
  path: '/finance/capital/:year/changes',
  action: 'finance.view',
  template: 'finance/capital/pages/changes.njk',
  view: async ({ db, actor, params, query }) => {
    const view = await programmeFor(db, params.year)
    const { programme } = view
    const year = firstYear(view)
    const changes = await capitalChanges(db, programme)
    const printed = changes.filter((each) => each.printed)
    const later = changes.filter((each) => !each.printed)
    const meeting = monthText(programme)
    return {
      year,
      nav: capitalNav(view, '/changes'),
      caption: `Capital ${yearText(year)}`,
      lead: `The paper of ${meeting} lists ${counted(printed.length, 'change')}; ${later.length === 0 ? 'none has' : `${later.length} ${later.length === 1 ? 'has' : 'have'}`} been recorded since.`,
      withheld: view.withheld ? withheldSentence : null,
      notice:
        query.get('done') === 'recorded'
          ? 'The change is recorded.'
          : query.get('done') === 'list'
            ? 'The changes are recorded.'
            : null,
      newHref: can(actor, 'finance.record').allowed ? `/finance/capital/${year}/changes/new` : null,
      listHref: `/finance/capital/${year}/changes/list`,
      now: nowTable(view),
      later: laterChangesTable({ programme, year }, later),
      hasLater: later.length > 0,
      printed: printedChangesTable({ programme, year }, printed),
      hasPrinted: printed.length > 0,
      paper: `In the paper of ${meeting}`,
      source: printed[0]?.source ?? '',
    }
  },
  title: 'Changes to the programme',
  tables: (view) => [view.printed, view.later, view.now],
  breadcrumbs: ({ year }) => capitalCrumbs(year),
})
