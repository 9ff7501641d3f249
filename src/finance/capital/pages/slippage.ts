import { counted } from '../../../domain/counted.ts'
import { monthText, yearText } from '../../../domain/financial-year.ts'
import { page } from '../../../web/page.ts'
import { withheldSentence } from '../exemptions.ts'
import { capitalMonitor } from '../monitor.ts'
import { firstYear, schemeHref } from '../programme-words.ts'
import { likelyOutturns } from '../scheme-facts.ts'
import { ownSlippageTable, serviceSlippageTable, slippageSentence } from '../slippage-table.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

/** Which schemes are likely to slip into the next year, each with what that rests on. */
export const slippagePage = page({
  path: '/finance/capital/:year/slippage',
  action: 'finance.view',
  template: 'finance/capital/pages/slippage.njk',
  view: async ({ db, params }) => {
    const view = await programmeFor(db, params.year)
    const year = firstYear(view)
    const monitor = await capitalMonitor(db, view.programme)
    const all = (await likelyOutturns(db, view, monitor)).filter(({ budget }) => budget > 0n)
    const own = all.filter(({ likely }) => ['history', 'spending'].includes(likely.basis))
    const others = all.filter((each) => !own.includes(each))
    const remarkable = own.filter(({ likely }) => likely.flag === 'at-risk' || likely.flag === 'over')
    const atRisk = own.filter(({ likely }) => likely.flag === 'at-risk').length
    return {
      year,
      nav: capitalNav(view, '/slippage'),
      caption: `Capital ${yearText(year)}`,
      lead: `${counted(atRisk, 'scheme')} of the ${own.length} of which anything is known by ${monitor === null ? 'now' : `the end of ${monthText(monitor.month)}`} ${atRisk === 1 ? 'is' : 'are'} at risk of slipping into the next year.`,
      withheld: view.withheld ? withheldSentence : null,
      look: remarkable.map((each) => ({
        tone: each.likely.flag === 'over' ? 'close' : 'bad',
        status: each.likely.flag === 'over' ? 'Over' : 'At risk',
        sentence: slippageSentence(each),
        href: schemeHref(year, each.code),
        owner: null,
        sparkline: null,
      })),
      own: ownSlippageTable(year, own),
      others: serviceSlippageTable(year, others),
      hasOthers: others.length > 0,
    }
  },
  title: 'Likely slippage',
  tables: (view) => [view.own, view.others],
  breadcrumbs: ({ year }) => capitalCrumbs(year),
})
