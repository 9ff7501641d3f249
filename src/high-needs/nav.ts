/** The pages on high needs, in the order in which they stand above each of them. */
const parts = [
  { text: 'The deficit', href: '/high-needs' },
  { text: 'Scenarios', href: '/high-needs/scenarios' },
  { text: 'Back-test', href: '/high-needs/back-test' },
  { text: 'Places', href: '/high-needs/places' },
  { text: 'Recovery plan', href: '/high-needs/recovery-plan' },
  { text: 'Figures', href: '/high-needs/figures' },
] as const

export const highNeedsNav = (current: (typeof parts)[number]['href']) =>
  parts.map(({ text, href }) => ({ text, href, current: href === current }))

/** Above every page on high needs but the first: it belongs to the pages on money. */
export const highNeedsTrail = [
  { text: 'Money', href: '/finance/revenue' },
  { text: 'High needs', href: '/high-needs' },
]
