import { extraPlaces, totalPlaces } from '../../domain/high-needs/places.ts'
import { wholePoundsText } from '../../domain/money.ts'
import { page } from '../../web/page.ts'
import { highNeedsNav, highNeedsTrail } from '../nav.ts'
import { placeFacts } from '../place-facts.ts'
import { openingMonth, placeTotalsTable, projectTable, provisionTable } from '../place-tables.ts'
import { highNeedsFacts } from '../queries.ts'
import { periodWords, roughly } from '../words.ts'

/** Special places by school, area, need and phase; what adds to them; and what the want of them costs. */
export const placesPage = page({
  path: '/high-needs/places',
  action: 'high-needs.view',
  template: 'high-needs/pages/places.njk',
  asAt: true,
  view: async ({ db, asAt }) => {
    const { provisions, projects, checks, aim, outOfBorough, needed } = await placeFacts(
      db,
      await highNeedsFacts(db, asAt),
      asAt,
    )
    const all = totalPlaces(provisions)
    const month = openingMonth(provisions)
    const [approved, awaiting] = [
      extraPlaces(projects, 'approved'),
      extraPlaces(projects, 'awaiting approval'),
    ]
    const [totals, list, planned] = [
      placeTotalsTable(provisions, needed),
      provisionTable(provisions),
      projectTable(projects),
    ]
    const each = outOfBorough?.each ? `£${wholePoundsText(outOfBorough.each)}` : null
    return {
      nav: highNeedsNav('/high-needs/places'),
      lead:
        provisions.length === 0
          ? 'No special places are recorded.'
          : `${all.places} special places are listed, ${all.opening} of them in provision that opens${month === null ? '' : ` in ${month}`}.${
              outOfBorough
                ? ` For want of a place ${outOfBorough.children} children were placed in independent provision, for ${roughly(outOfBorough.extraCost)} more: ${each} each.`
                : ''
            }`,
      facts: [
        fact(
          'Projects approved',
          `${approved.places} places`,
          `${approved.projects} projects${withoutNumber(approved.withoutNumber)}`,
        ),
        fact(
          'Projects awaiting approval',
          `${awaiting.places} places`,
          `${awaiting.projects} projects${withoutNumber(awaiting.withoutNumber)}; each depends on approval`,
        ),
        ...(aim
          ? [
              fact(
                'Aim for new places',
                String(aim.places),
                `${aim.named} of them are named in the paper; ${aim.places - aim.named} are not. ${aim.source}`,
              ),
            ]
          : []),
        ...(outOfBorough && each
          ? [
              fact(
                'Extra cost of each placement for want of a place',
                each,
                `Computed: ${roughly(outOfBorough.extraCost)}, which is rounded, over ${outOfBorough.children} children, ${periodWords(outOfBorough.period)}. ${outOfBorough.source}`,
              ),
            ]
          : []),
      ],
      checks,
      totals,
      list,
      planned,
    }
  },
  title: 'High needs: places',
  breadcrumbs: () => highNeedsTrail,
  tables: ({ totals, list, planned }) => [totals, list, planned],
})

const fact = (term: string, text: string, detail: string) => ({ term, text, detail, href: null })
const withoutNumber = (count: number): string => (count === 0 ? '' : `, ${count} of them without a number`)
