import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import {
  type Organisation,
  type OrganisationFacts,
  organisationOn,
  type Standing,
  standingOf,
} from '../domain/organisation/organisation-on.ts'
import type { Part, PartKind } from '../domain/organisation/part.ts'
import type { Asked, PathParams } from '../web/page.ts'
import { readDay } from '../web/read-day.ts'
import { type Site, todayOf } from '../web/site.ts'
import { organisationFacts } from './organisation-facts.ts'

/** How the kinds stand in addresses: `/organisation/services/adult-social-care`. */
export const kindAddresses = {
  directorate: 'directorates',
  service: 'services',
  portfolio: 'portfolios',
  team: 'teams',
  post: 'posts',
} as const satisfies Record<Exclude<PartKind, 'council'>, string>

export const partAddress = ({ kind, code }: Part): string =>
  kind === 'council' ? '/organisation' : `/organisation/${kindAddresses[kind]}/${code}`

/** The part an address names. Whether there is one is for the register to say. */
export function partAt({ kind, code }: PathParams<'/organisation/:kind/:code'>): Part {
  const kinds = Object.entries(kindAddresses) as [Exclude<PartKind, 'council'>, string][]
  const [found] = kinds.find(([, address]) => address === kind) ?? []
  if (found === undefined) throw new NotFound('There is no such part of the council here.', [theWhole])
  return { kind: found, code }
}

export type ShownPart = {
  readonly part: Part
  readonly facts: OrganisationFacts
  /** The day the page speaks of, and the council on it. */
  readonly day: string
  readonly organisation: Organisation
  readonly standing: Standing
}

/** The part of a page's address as it stood on the day the page asks for. */
export async function partFor(
  db: Db,
  { params, query, site }: Pick<Asked<'/organisation/:kind/:code'>, 'params' | 'query' | 'site'>,
): Promise<ShownPart> {
  const part = partAt(params)
  const facts = await organisationFacts(db)
  const day = dayAsked(query, site)
  const organisation = organisationOn(day, facts)
  const standing = standingOf(organisation, part)
  if (standing === null)
    throw new NotFound(`There is no ${part.kind} '${part.code}' in the register.`, [theWhole])
  return { part, facts, day, organisation, standing }
}

/** `?on=2023-04-01`, or today. */
export function dayAsked(query: URLSearchParams, site: Pick<Site, 'now'>): string {
  const typed = (query.get('on') ?? '').trim()
  if (typed === '') return todayOf(site)
  const day = readDay(typed)
  if (day !== null) return day
  throw new NotFound(`'${typed}' is not a day of the calendar; write it as 2023-04-01 or 1 4 2023.`, [
    theWhole,
  ])
}

/** The same page on the same day. */
export const onDay = (href: string, query: URLSearchParams): string => {
  const on = query.get('on')
  return on === null || on === '' ? href : `${href}?on=${encodeURIComponent(on)}`
}

const theWhole = { text: 'How the council is organised', href: '/organisation' }
