import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import type { Period } from '../domain/period.ts'
import { dayText, parseQuarter, periodSlug } from '../domain/period-text.ts'

export type ComparatorArea = { readonly code: string; readonly name: string }

/** The areas of every comparator group, nearest first, by the group's code. */
export async function comparatorAreas(db: Db): Promise<Map<string, ComparatorArea[]>> {
  const rows = await db
    .selectFrom('comparator_member as m')
    .innerJoin('area as a', 'a.code', 'm.area_code')
    .select(['m.group_code', 'a.code', 'a.name'])
    .orderBy('m.group_code')
    .orderBy('m.rank')
    .execute()
  return Map.groupBy(rows, ({ group_code }) => group_code)
}

export const comparatorGroups = (db: Db): Promise<{ code: string; name: string; source_ref: string }[]> =>
  db.selectFrom('comparator_group').select(['code', 'name', 'source_ref']).orderBy('code').execute()

/** The quarters opened for reporting, latest first, as their slugs. */
export async function reportingQuarters(db: Db, knownBy: KnownBy = null): Promise<string[]> {
  const rows = await db
    .selectFrom('reporting_quarter')
    .select('quarter')
    .where(knownUntil('opened_at', knownBy))
    .orderBy('quarter', 'desc')
    .execute()
  return rows.map(({ quarter }) => quarter)
}

/**
 * The quarter asked for ('2024-25-q1'), or the latest one opened when none is. An earlier quarter may be looked back at;
 * one later than the latest opened has no figures to speak of.
 */
export async function reportingQuarter(
  db: Db,
  asked: string | null,
  knownBy: KnownBy = null,
): Promise<Period> {
  const [latest] = await reportingQuarters(db, knownBy)
  if (latest === undefined)
    throw new NotFound(
      knownBy === null
        ? 'No quarter has been opened for reporting yet.'
        : `No quarter had been opened for reporting here by ${dayText(knownBy)}.`,
    )
  const parsed = parseQuarter(asked ?? latest)
  if (!parsed.ok) throw new NotFound(`${parsed.problem}.`)
  if (periodSlug(parsed.value) > latest)
    throw new NotFound(`${asked} has not been opened for reporting. The latest quarter opened is ${latest}.`)
  return parsed.value
}

export async function areaNamed(db: Db, code: string): Promise<string | null> {
  const row = await db.selectFrom('area').select('name').where('code', '=', code).executeTakeFirst()
  return row?.name ?? null
}

/** Services of the register that are lines of the budget and nobody's service: council-wide budgets, levies, grants. */
export async function budgetLines(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('service').select('code').where('kind', '<>', 'service').execute()
  return rows.map(({ code }) => code)
}

/** The year of the paper that names each portfolio: portfolios come and go with the Cabinet. */
export const portfolioYears = (db: Db): Promise<{ code: string; year: string }[]> =>
  db.selectFrom('portfolio').select(['code', 'year']).orderBy('position').execute()

/** Wards are areas, shared by all councils of this installation. */
export async function wardCount(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('area')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('kind', '=', 'ward')
    .executeTakeFirstOrThrow()
  return Number(n)
}

export type FrameworkRole = {
  readonly code: string
  /** Councillors or officers. */
  readonly group: string
  readonly body: string
  readonly purpose: string
  readonly tasks: string
  readonly responsibility: string
  readonly source: string
}

/** The groups of the framework's performance management structure, in its order. */
export const frameworkRoles = (db: Db): Promise<FrameworkRole[]> =>
  db
    .selectFrom('framework_role')
    .select([
      'code',
      'group_name as group',
      'body',
      'purpose',
      'tasks',
      'responsibility',
      'source_ref as source',
    ])
    .orderBy('position')
    .execute()
