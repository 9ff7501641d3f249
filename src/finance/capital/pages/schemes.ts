import { counted } from '../../../domain/counted.ts'
import { yearText } from '../../../domain/financial-year.ts'
import { page } from '../../../web/page.ts'
import { withheldSentence } from '../exemptions.ts'
import { firstYear } from '../programme-words.ts'
import { capitalTable } from '../tables.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

/** Every scheme of the programme, under its service. */
export const schemesPage = page({
  path: '/finance/capital/:year/schemes',
  action: 'finance.view',
  template: 'finance/capital/pages/schemes.njk',
  view: async ({ db, params }) => {
    const view = await programmeFor(db, params.year)
    const schemes = view.capital.services.flatMap((service) => service.schemes).length
    return {
      year: firstYear(view),
      nav: capitalNav(view, '/schemes'),
      caption: `Capital ${yearText(firstYear(view))}`,
      lead: `${counted(schemes, 'scheme')} of ${counted(view.capital.services.length, 'service')}, by year.`,
      withheld: view.withheld ? withheldSentence : null,
      table: capitalTable(view),
      source: view.source,
    }
  },
  title: 'Every scheme',
  tables: ({ table }) => [table],
  breadcrumbs: ({ year }) => capitalCrumbs(year),
})
