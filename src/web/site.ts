import type { Provider } from '../access/provider.ts'
import type { Role } from '../domain/access/roles.ts'
import { englishDay } from '../domain/english-day.ts'

/** What the whole installation is like, as far as pages depend on it. */
export type Site = {
  /** Anybody on this machine may look round as any role: the demonstration, never production. */
  readonly demo: boolean
  /** Where people reach the service: 'https://performance.example.gov.uk'; null when it was not said. */
  readonly publicUrl: string | null
  readonly provider: Provider | null
  /** Which roles the provider's groups stand for; null when roles are only given here. */
  readonly rolesOf: ((groups: readonly string[]) => readonly Role[]) | null
  readonly now: () => Date
  /** By what messages leave, as people call it; absent when none can. */
  readonly mailBy?: string
}

export const plainSite: Site = {
  demo: false,
  publicUrl: null,
  provider: null,
  rolesOf: null,
  now: () => new Date(),
}

/** Roles begin and end with the English day. */
export const todayOf = ({ now }: Pick<Site, 'now'>): string => englishDay(now().toISOString())
