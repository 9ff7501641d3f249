import type { Action } from '../domain/access/can.ts'

/** The sections of the service, in the order of the navigation. A page belongs to the section its address begins with. */
export const sections = [
  { text: 'Home', href: '/', begins: '/', action: null },
  { text: 'Golden thread', href: '/thread', begins: '/thread', action: null },
  { text: 'Measures', href: '/measures', begins: '/measures', action: null },
  { text: 'Scorecard', href: '/scorecards/corporate', begins: '/scorecards', action: null },
  { text: 'Whole picture', href: '/whole-picture', begins: '/whole-picture', action: null },
  { text: 'Money', href: '/finance/revenue', begins: '/finance', also: '/high-needs', action: null },
  { text: 'Risk', href: '/risks', begins: '/risks', action: 'risk.view' },
  { text: 'Reporting', href: '/cycles', begins: '/cycles', action: 'cycle.view' },
  { text: 'Reports', href: '/reports', begins: '/reports', action: null },
  { text: 'Issues', href: '/signals', begins: '/signals', action: 'signal.view' },
  { text: 'People', href: '/people', begins: '/people', action: 'people.view' },
] as const satisfies readonly {
  text: string
  href: string
  begins: string
  also?: string
  action: Action | null
}[]

export type Section = (typeof sections)[number]

export function sectionOf(path: string): Section | null {
  const isIn = (begins: string) => path === begins || (begins !== '/' && path.startsWith(`${begins}/`))
  return sections.find((section) => isIn(section.begins) || ('also' in section && isIn(section.also))) ?? null
}
