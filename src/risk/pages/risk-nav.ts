/** The pages on risk, in the order in which they stand above each of them. */
const parts = [
  { text: 'Register', href: '/risks' },
  { text: 'Heat map', href: '/risks/heat-map' },
  { text: 'Appetite', href: '/risks/appetite' },
  { text: 'Training', href: '/risks/training' },
] as const

/** The links between the pages on risk, for `gtSubnav`; `current` is the one being read. */
export const riskNav = (current: (typeof parts)[number]['href']) =>
  parts.map(({ text, href }) => ({ text, href, current: href === current }))
