import { can } from '../domain/access/can.ts'
import type { Actor } from '../domain/access/roles.ts'
import { roles } from '../domain/access/roles.ts'
import type { Assets } from './assets.ts'
import type { Brand } from './brand.ts'
import { sectionOf, sections } from './navigation.ts'
import type { Prepared } from './page.ts'

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
  readonly periods: PeriodLinks | null
  readonly signedInAs: string | null
  readonly downloads: readonly { readonly text: string; readonly href: string; readonly type: string }[]
  readonly path: string
}

export type Around = {
  readonly brand: Brand
  readonly assets: Assets
  readonly notice: string | null
}

export function layoutFor(
  { brand, assets, notice }: Around,
  page: Pick<Prepared, 'title' | 'breadcrumbs' | 'periods'>,
  asked: { readonly path: string; readonly actor: Actor | null; readonly downloads: Layout['downloads'] },
): Layout {
  const section = sectionOf(asked.path)
  const footerLinks = brand.footerLinks.filter(
    ({ action }) => action === undefined || (asked.actor !== null && can(asked.actor, action).allowed),
  )
  return {
    brand: { ...brand, footerLinks },
    notice,
    title: page.title,
    periods: page.periods,
    styles: [assets.address('golden-thread.css'), assets.address('brand.css')],
    icon: assets.address('icon.svg'),
    scripts: { supported: assets.address('supported.js'), start: assets.address('start.js') },
    navigation: sections.map(({ text, href }) => ({
      text,
      href,
      current: href === asked.path,
      active: section?.href === href,
    })),
    breadcrumbs: trail(asked.path, page.breadcrumbs),
    signedInAs: asked.actor === null ? null : roles[asked.actor.role],
    downloads: asked.downloads,
    path: asked.path,
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
