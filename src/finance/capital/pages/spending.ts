import { yearText } from '../../../domain/financial-year.ts'
import { page } from '../../../web/page.ts'
import { withheldSentence } from '../exemptions.ts'
import { capitalMonitor } from '../monitor.ts'
import { exceptionalTable, monitoringTable, monitoringWords, projectTable } from '../monitoring-tables.ts'
import { firstYear } from '../programme-words.ts'
import { schemesOf } from '../scheme.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

/** What was spent by the latest month, against profile and budget, and what is forecast. */
export const spendingPage = page({
  path: '/finance/capital/:year/spending',
  action: 'finance.view',
  template: 'finance/capital/pages/spending.njk',
  view: async ({ db, params }) => {
    const view = await programmeFor(db, params.year)
    const monitor = await capitalMonitor(db, view.programme)
    const titles = new Map(schemesOf(view).map(({ code, title }) => [code, title]))
    const [lead, ...words] = monitor === null ? [] : monitoringWords(monitor)
    return {
      year: firstYear(view),
      nav: capitalNav(view, '/spending'),
      caption: `Capital ${yearText(firstYear(view))}`,
      lead: lead ?? (monitor === null ? 'No month’s spending is held.' : 'Spending by service is not shown.'),
      words,
      withheld: view.withheld ? withheldSentence : null,
      monitoring: monitor && monitor.services.length > 0 ? monitoringTable(monitor) : null,
      projects:
        monitor && monitor.projects.length > 0
          ? projectTable(monitor, (code) => titles.get(code) ?? code)
          : null,
      exceptional: monitor && monitor.exceptional.length > 0 ? exceptionalTable(monitor) : null,
      source: monitor?.source ?? '',
    }
  },
  title: 'Spending and forecast',
  tables: (view) => [view.monitoring, view.projects, view.exceptional].filter((table) => table !== null),
  breadcrumbs: ({ year }) => capitalCrumbs(year),
})
