import { NotFound } from '../../../access/refusals.ts'
import type { Db } from '../../../db/database.ts'
import { savingsTotal } from '../../../domain/finance/saving.ts'
import { monthText, yearText } from '../../../domain/financial-year.ts'
import { poundsMillionText } from '../../../domain/money.ts'
import { page } from '../../../web/page.ts'
import { financeNav } from '../../finance-nav.ts'
import { type SavingProgramme, savingProgrammes, savingYears } from '../savings.ts'
import { deliveredShare, savingsTable } from '../savings-table.ts'

const common = { action: 'finance.view', template: 'finance/revenue/pages/savings.njk' } as const

/** The savings of the latest year they are planned for. */
export const latestSavingsPage = page({
  path: '/finance/savings',
  ...common,
  view: async ({ db }) => {
    const [latest] = await savingYears(db)
    if (latest === undefined) throw new NotFound('No savings have been recorded yet.')
    return viewOf(db, latest)
  },
  title: ({ title }) => title,
  tables: ({ table }) => [table],
})

export const savingsPage = page({
  path: '/finance/savings/:year',
  ...common,
  view: ({ db, params }) => viewOf(db, params.year),
  title: ({ title }) => title,
  tables: ({ table }) => [table],
})

async function viewOf(db: Db, financialYear: string) {
  const years = await savingYears(db)
  if (!years.includes(financialYear))
    throw new NotFound(
      `No savings are held for ${yearText(financialYear)}.`,
      years.map((year) => ({ text: `Savings of ${yearText(year)}`, href: `/finance/savings/${year}` })),
    )
  const others = years.filter((year) => year !== financialYear)
  return {
    ...savingsView(financialYear, await savingProgrammes(db, financialYear)),
    years: others.map((year) => ({ text: yearText(year), href: `/finance/savings/${year}` })),
  }
}

export function savingsView(financialYear: string, programmes: readonly SavingProgramme[]) {
  const total = savingsTotal(programmes.map(({ standing }) => standing))
  const months = programmes.flatMap(({ progress }) => progress.map(({ month }) => month)).sort()
  const last = months.at(-1)
  return {
    nav: financeNav('/finance/savings'),
    title: `Savings of ${yearText(financialYear)}`,
    lead: `${poundsMillionText(total.stillToDeliver)} of ${poundsMillionText(total.planned)} planned is still to deliver${last === undefined ? '' : `, as reported to the end of ${monthText(last)}`}.`,
    facts: [
      { term: 'Planned', text: poundsMillionText(total.planned), detail: null, href: null },
      {
        term: 'Delivered',
        text: poundsMillionText(total.delivered),
        detail: `${deliveredShare(total)} of what is planned`,
        href: null,
      },
      { term: 'Still to deliver', text: poundsMillionText(total.stillToDeliver), detail: null, href: null },
      {
        term: 'Of that, at risk',
        text: total.atRisk === null ? 'Not stated' : poundsMillionText(total.atRisk),
        detail: null,
        href: null,
      },
    ],
    table: savingsTable(financialYear, programmes),
    notes: programmes.flatMap(({ note, title }) => (note === null ? [] : [`${title}: ${note}.`])),
    sources: [...new Set(programmes.map(({ source }) => source))],
  }
}
