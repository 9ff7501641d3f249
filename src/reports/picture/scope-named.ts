import { partText } from '../../domain/organisation/part.ts'
import type { CouncilPicture } from './picture-facts.ts'
import type { Scope, ScopeKind } from './scopes.ts'

/**
 * The priority, service or portfolio of a code, also one that is not of the plan in force or not open on the day, so that
 * an address once given stays good; null when nothing of that code was ever recorded.
 */
export function scopeNamed(all: CouncilPicture, kind: ScopeKind, code: string): Scope | null {
  const current = all.scopes.find((scope) => scope.kind === kind && scope.code === code)
  if (current) return current
  if (kind === 'priority') {
    const item = all.council.items.get(code)
    if (item?.kind !== 'priority') return null
    const services = all.council.services.filter(({ priority }) => priority === code)
    return { kind, code, title: item.title, services: services.map(({ service }) => service) }
  }
  const standing = all.organisation.standings.get(partText({ kind, code }))
  return standing ? { kind, code, title: standing.name, services: kind === 'service' ? [code] : [] } : null
}
