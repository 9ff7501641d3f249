import { yearText } from '../../../domain/financial-year.ts'
import { poundsMillionText } from '../../../domain/money.ts'
import { page } from '../../../web/page.ts'
import { withheldSentence } from '../exemptions.ts'
import { capitalFunding } from '../funding.ts'
import { fundingAgainstProgramme, fundingGapText, fundingTable, grantTable } from '../funding-tables.ts'
import { capitalGrants } from '../grants.ts'
import { firstYear } from '../programme-words.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

/** What pays for the programme, held against it; what was carried in; and the block grants. */
export const fundingPage = page({
  path: '/finance/capital/:year/funding',
  action: 'finance.view',
  template: 'finance/capital/pages/funding.njk',
  view: async ({ db, params }) => {
    const view = await programmeFor(db, params.year)
    const year = firstYear(view)
    const funding = await capitalFunding(db, view.programme, view.asOfMeeting.total)
    const grants = await capitalGrants(db)
    return {
      year,
      nav: capitalNav(view, '/funding'),
      caption: `Capital ${yearText(year)}`,
      lead:
        funding.lines.length === 0
          ? 'The sources of funding are not shown.'
          : `${poundsMillionText(funding.total)} of funding for ${yearText(funding.year)}: ${fundingGapText(funding, view)}.`,
      withheld: view.withheld ? withheldSentence : null,
      funding: funding.lines.length > 0 ? fundingTable(funding) : null,
      against: funding.lines.length > 0 ? fundingAgainstProgramme(funding, view) : null,
      differing: funding.reconciliations.filter(({ agrees }) => !agrees).map(({ says }) => says),
      carried: funding.carryForward.map(
        ({ fromYear, toYear, amount, source }) =>
          `${poundsMillionText(amount)} was not spent in ${yearText(fromYear)} and is carried into ${yearText(toYear)}. The paper does not say to which schemes. Source: ${source}.`,
      ),
      grants: grants.length > 0 ? grantTable(grants, `/finance/capital/${year}/grants`) : null,
      source: funding.lines[0]?.paper ?? '',
    }
  },
  title: 'Funding',
  tables: (view) => [view.funding, view.against, view.grants].filter((table) => table !== null),
  breadcrumbs: ({ year }) => capitalCrumbs(year),
})
