import { yearText } from '../../../domain/financial-year.ts'
import { financeNav } from '../../finance-nav.ts'
import { firstYear } from '../programme-words.ts'
import type { CapitalView } from '../queries.ts'

const parts = [
  { text: 'In brief', path: '' },
  { text: 'Schemes', path: '/schemes' },
  { text: 'Changes', path: '/changes' },
  { text: 'Estimates', path: '/estimates' },
  { text: 'Funding', path: '/funding' },
  { text: 'Spending', path: '/spending' },
  { text: 'Slippage', path: '/slippage' },
  { text: 'Printed totals', path: '/totals' },
] as const

type Part = (typeof parts)[number]['path']

/** The links above every page on capital: those on money, and those of the programme shown. */
export const capitalNav = (view: CapitalView, current: Part | null) => ({
  money: financeNav('/finance/capital'),
  capital: parts.map(({ text, path }) => ({
    text,
    href: `/finance/capital/${firstYear(view)}${path}`,
    current: path === current,
  })),
})

/** Between the section and a page of the programme. */
export const capitalCrumbs = (year: string) => [
  { text: `Capital ${yearText(year)}`, href: `/finance/capital/${year}` },
]
