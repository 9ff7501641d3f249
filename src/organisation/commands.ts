import { changed, command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import { bothKept, type Kept, keepRows } from '../db/keep.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Period } from '../domain/period.ts'
import { periodSlug } from '../domain/period-text.ts'

export type OrganisationInput = {
  readonly directorates: readonly {
    code: string
    name: string
    leadRole: string | null
    certainty: string
    source: string
  }[]
  readonly services: readonly {
    code: string
    name: string
    kind: 'service' | 'council-wide' | 'levies' | 'grants'
    source: string
  }[]
  readonly portfolios: readonly {
    code: string
    name: string
    year: string
    context: string
    source: string
  }[]
  readonly roles: readonly {
    code: string
    group: string
    body: string
    purpose: string
    tasks: string
    responsibility: string
    source: string
  }[]
}

/** Records how the council is organised: directorates, services, portfolios and the framework's roles, in order. */
export const recordOrganisation = (db: Db, actor: Actor, input: OrganisationInput): Promise<Kept> =>
  command(db, actor, 'organisation.keep', async (db) => {
    const authority_id = actor.authorityId
    const key = ['authority_id', 'code']
    const kept = [
      await keepRows(
        db,
        'directorate',
        key,
        input.directorates.map(({ code, name, leadRole, certainty, source }, index) => ({
          authority_id,
          code,
          position: index + 1,
          name,
          lead_role: leadRole,
          certainty,
          source_ref: source,
        })),
      ),
      await keepRows(
        db,
        'service',
        key,
        input.services.map(({ code, name, kind, source }, index) => ({
          authority_id,
          code,
          position: index + 1,
          name,
          kind,
          source_ref: source,
        })),
      ),
      await keepRows(
        db,
        'portfolio',
        key,
        input.portfolios.map(({ code, name, year, context, source }, index) => ({
          authority_id,
          code,
          position: index + 1,
          name,
          year,
          context,
          source_ref: source,
        })),
      ),
      await keepRows(
        db,
        'framework_role',
        key,
        input.roles.map(({ code, group, body, purpose, tasks, responsibility, source }, index) => ({
          authority_id,
          code,
          position: index + 1,
          group_name: group,
          body,
          purpose,
          tasks,
          responsibility,
          source_ref: source,
        })),
      ),
    ].reduce(bothKept)
    return { result: kept, event: changed(kept, 'organisation.recorded', 'organisation') }
  })

/** Opens a quarter for reporting; from then on it is the one the pages speak of. Opening it again changes nothing. */
export const openQuarter = (db: Db, actor: Actor, quarter: Period): Promise<Kept> =>
  command(db, actor, 'quarter.open', async (db) => {
    const slug = periodSlug(quarter)
    const added = await db
      .insertInto('reporting_quarter')
      .values({ authority_id: actor.authorityId, quarter: slug, opened_by: actor.name })
      .onConflict((conflict) => conflict.doNothing())
      .returning('quarter')
      .execute()
    const kept = { added: added.length, changed: 0, unchanged: 1 - added.length }
    return { result: kept, event: changed(kept, 'quarter.opened', `quarter/${slug}`) }
  })
