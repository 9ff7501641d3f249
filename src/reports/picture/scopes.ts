import type { Standing } from '../../domain/organisation/organisation-on.ts'
import type { PlanItem } from '../../planning/queries.ts'

/** What performance, money and risk are read together of, and how the kinds stand in addresses. */
export const scopeKinds = {
  priority: { address: 'priorities', says: 'Priority' },
  service: { address: 'services', says: 'Service' },
  portfolio: { address: 'portfolios', says: 'Portfolio' },
} as const
export type ScopeKind = keyof typeof scopeKinds

export type Scope = {
  readonly kind: ScopeKind
  readonly code: string
  readonly title: string
  /** Whose budgets belong to it. */
  readonly services: readonly string[]
}

export const scopeAddress = ({ kind, code }: Pick<Scope, 'kind' | 'code'>): string =>
  `/whole-picture/${scopeKinds[kind].address}/${code}`

/** What a chart or a table calls it: a service and a priority may have one name. */
export const scopeName = ({ kind, title }: Pick<Scope, 'kind' | 'title'>): string =>
  `${title} (${scopeKinds[kind].says.toLowerCase()})`

type Given = {
  readonly priorities: readonly PlanItem[]
  readonly links: readonly { readonly service: string; readonly priority: string }[]
  /** The services and portfolios open on the day. */
  readonly standings: readonly Standing[]
  /** Services of the register that are lines of the budget and nobody's service. */
  readonly budgetLines: readonly string[]
}

/** Every priority, service and portfolio, each in the order of its register. */
export function scopesOf({ priorities, links, standings, budgetLines }: Given): Scope[] {
  const open = standings.filter(({ state }) => state === 'open')
  const services = open.filter(({ part }) => part.kind === 'service' && !budgetLines.includes(part.code))
  return [
    ...priorities.map(({ code, title }) => ({
      kind: 'priority' as const,
      code,
      title,
      services: links.filter(({ priority }) => priority === code).map(({ service }) => service),
    })),
    ...services.map(({ part: { code }, name }) => ({
      kind: 'service' as const,
      code,
      title: name,
      services: [code],
    })),
    ...open
      .filter(({ part }) => part.kind === 'portfolio')
      .map(({ part: { code }, name }) => ({
        kind: 'portfolio' as const,
        code,
        title: name,
        services: services
          .filter(({ portfolio }) => portfolio?.parent.code === code)
          .map(({ part }) => part.code),
      })),
  ]
}
