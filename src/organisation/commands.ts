import { changed, command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import { bothKept, type Kept, keepRows } from '../db/keep.ts'
import type { Actor } from '../domain/access/roles.ts'

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
