import { newSecret } from '../access/secret.ts'
import { can } from '../domain/access/can.ts'
import { type Role, roles } from '../domain/access/roles.ts'
import type { AsAt } from './as-at.ts'
import type { Assets } from './assets.ts'
import type { Brand } from './brand.ts'
import { sectionOf, sections } from './navigation.ts'
import type { Prepared } from './page.ts'
import { tokenOf, type Visit } from './visit.ts'

/** Something everybody signed in is told, with the number by which they put it away. */
export type Announcement = { readonly text: string; readonly href: string; readonly number: number }

export type Link = { readonly text: string; readonly href: string }

/** Which period a page shows, and the others it could show. */
export type PeriodLinks = {
  readonly label: string
  readonly current: string
  readonly choices: readonly Link[]
}

/** Everything around a page's own content. */
export type Layout = {
  readonly brand: Brand
  readonly styles: readonly string[]
  readonly icon: string
  readonly scripts: { readonly supported: string; readonly start: string }
  readonly title: string
  readonly navigation: readonly {
    readonly text: string
    readonly href: string
    readonly current: boolean
    readonly active: boolean
  }[]
  readonly breadcrumbs: readonly Link[]
  readonly notice: string | null
  readonly announcement: Announcement | null
  readonly periods: PeriodLinks | null
  readonly asAt: AsAt | null
  readonly reader: Reader | null
  readonly downloads: readonly { readonly text: string; readonly href: string; readonly type: string }[]
  readonly path: string
}

/** Who is reading, and the ways in and out. */
export type Reader = {
  /** The role in use; null for somebody who has not signed in. */
  readonly role: string | null
  /** The post whose account it is. */
  readonly label: string | null
  readonly canSignOut: boolean
  /** Whether anything can ever be asked of them in a reporting cycle. */
  readonly hasList: boolean
  /** The roles to look round as, in the demonstration. */
  readonly demoRoles: readonly { readonly role: Role; readonly name: string; readonly current: boolean }[]
  /** What the forms around every page carry. */
  readonly token: string | null
  readonly once: string
}

export type Around = {
  readonly brand: Brand
  readonly assets: Assets
  readonly notice: string | null
  readonly announcement: Announcement | null
}

export function layoutFor(
  { brand, assets, notice, announcement }: Around,
  page: Pick<Prepared, 'title' | 'breadcrumbs' | 'periods'>,
  asked: {
    readonly path: string
    readonly visit: Visit | null
    readonly downloads: Layout['downloads']
    /** Whether a form is shown again because something is wrong with it. */
    readonly failed: boolean
    readonly asAt: AsAt | null
  },
): Layout {
  const section = sectionOf(asked.path)
  const footerLinks = brand.footerLinks.filter(
    ({ action }) => action === undefined || (asked.visit !== null && can(asked.visit.actor, action).allowed),
  )
  return {
    brand: { ...brand, footerLinks },
    notice,
    announcement,
    title: asked.failed ? `Error: ${page.title}` : page.title,
    periods: page.periods,
    asAt: asked.asAt,
    styles: [assets.address('golden-thread.css'), assets.address('brand.css')],
    icon: assets.address('icon.svg'),
    scripts: { supported: assets.address('supported.js'), start: assets.address('start.js') },
    navigation: sectionsFor(asked.visit).map(({ text, href }) => ({
      text,
      href,
      current: href === asked.path,
      active: section?.href === href,
    })),
    breadcrumbs: trail(asked.path, page.breadcrumbs),
    reader: asked.visit === null ? null : readerOf(asked.visit),
    downloads: asked.downloads,
    path: asked.path,
  }
}

/** A section that only some may enter is shown to them alone. */
const sectionsFor = (visit: Visit | null): readonly (typeof sections)[number][] =>
  sections.filter(({ action }) => action === null || (visit !== null && can(visit.actor, action).allowed))

const listActions = ['cycle.answer', 'cycle.confirm', 'cycle.sign-off', 'cycle.assure'] as const

function readerOf(visit: Visit): Reader {
  const { session, known, demo, actor } = visit
  const current = actor.role
  return {
    role: known ? roles[current] : null,
    label: session?.account?.label ?? null,
    canSignOut: session !== null,
    hasList: known && listActions.some((action) => can(actor, action).allowed),
    demoRoles: demo
      ? (Object.keys(roles) as Role[]).map((role) => ({ role, name: roles[role], current: role === current }))
      : [],
    // A reader for whom there is no form gets no cookie.
    token: demo || session !== null ? tokenOf(visit) : null,
    once: newSecret(),
  }
}

function trail(path: string, between: readonly Link[]): readonly Link[] {
  const section = sectionOf(path)
  if (path === '/') return []
  const home = { text: 'Home', href: '/' }
  if (section === null || section.href === path || between.some(({ href }) => href === section.href)) {
    return [home, ...between]
  }
  return [home, { text: section.text, href: section.href }, ...between]
}
