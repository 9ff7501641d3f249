/** The pages on money, in the order in which they stand above each of them. */
const parts = [
  { text: 'Revenue', href: '/finance/revenue' },
  { text: 'Savings', href: '/finance/savings' },
  { text: 'Capital', href: '/finance/capital' },
  { text: 'Collection fund', href: '/finance/collection-fund' },
  { text: 'Prudential indicators', href: '/finance/prudential' },
  { text: 'Medium term', href: '/finance/medium-term' },
  { text: 'Cost drivers', href: '/finance/drivers' },
  { text: 'High needs', href: '/high-needs' },
  { text: 'Printed totals', href: '/finance/printed-totals' },
] as const

/** The links between the pages on money, for `gtSubnav`; `current` is the one being read. */
export const financeNav = (current: (typeof parts)[number]['href']) =>
  parts.map(({ text, href }) => ({ text, href, current: href === current }))
