import type { Db } from '../db/database.ts'
import type { LinkKind } from '../domain/risk/link.ts'

/** Something a risk can be linked to: what it is called and where it is read about. */
export type LinkTarget = {
  readonly kind: LinkKind
  readonly code: string
  readonly title: string
  /** Null where there is no page of it, such as for a paper. */
  readonly href: string | null
}

/** Everything in the registers that a risk can be linked to, in their order. Papers are in no register. */
export async function linkTargets(db: Db): Promise<LinkTarget[]> {
  const items = await db
    .selectFrom('plan_item')
    .select(['code', 'title', 'kind'])
    .where('kind', 'in', ['priority', 'outcome', 'action'])
    .orderBy('code')
    .execute()
  const measures = await db.selectFrom('measure').select(['code', 'title']).orderBy('position').execute()
  const services = await db.selectFrom('service').select(['code', 'name']).orderBy('position').execute()
  const priorities = items.filter(({ kind }) => kind === 'priority')
  const others = items.filter(({ kind }) => kind !== 'priority')
  return [
    ...[...priorities, ...others].map(({ code, title }) => ({
      kind: 'plan-item' as const,
      code,
      title,
      href: `/thread/${code}`,
    })),
    ...measures.map(({ code, title }) => ({
      kind: 'measure' as const,
      code,
      title,
      href: `/measures/${code}`,
    })),
    ...services.map(({ code, name }) => ({
      kind: 'service' as const,
      code,
      title: name,
      href: `/organisation/services/${code}`,
    })),
  ]
}

/** A link as it is told. What is not in a register any more is told by its code. */
export function linkTarget(targets: readonly LinkTarget[], kind: LinkKind, code: string): LinkTarget {
  const found = targets.find((each) => each.kind === kind && each.code === code)
  return found ?? { kind, code, title: code, href: null }
}
