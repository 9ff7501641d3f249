/** The sections of the service, in the order of the navigation. A page belongs to the section its address begins with. */
export const sections = [
  { text: 'Home', href: '/', begins: '/' },
  { text: 'Golden thread', href: '/thread', begins: '/thread' },
  { text: 'Measures', href: '/measures', begins: '/measures' },
  { text: 'Scorecard', href: '/scorecards/corporate', begins: '/scorecards' },
  { text: 'Revenue', href: '/finance/revenue', begins: '/finance/revenue' },
  { text: 'Capital', href: '/finance/capital', begins: '/finance/capital' },
  { text: 'Reports', href: '/reports', begins: '/reports' },
] as const

export type Section = (typeof sections)[number]

export function sectionOf(path: string): Section | null {
  return (
    sections.find(({ begins }) => path === begins || (begins !== '/' && path.startsWith(`${begins}/`))) ??
    null
  )
}
