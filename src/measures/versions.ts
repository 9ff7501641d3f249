import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'

type Content = readonly (readonly [column: string, from: string])[]
const same = (columns: string): Content => columns.split(/,\s*/).map((column) => [column, column])

const contents = {
  measure: same(
    'position, title, definition, theme, position_in_theme, serves_code, unit, good_direction, information_type, level, frequency, lag_months, owner_role, metric_responsibility, data_officer, source_ref, note, estimation_note, depends_on, fresh_within_months',
  ),
  series: [
    ...same(
      'title, description, unit, decimals, good_direction, frequency, aggregation, publisher, dataset, licence',
    ),
    [
      'breaks',
      `(select coalesce(jsonb_agg(jsonb_build_object('at', b.at, 'reason', b.reason) order by b.at), '[]')
        from series_break b where b.authority_id = c.authority_id and b.series_code = c.code)`,
    ],
  ],
  measure_series: same('match, role, neighbours_code, england_is_total, note'),
} as const satisfies Record<string, Content>

const keys = {
  measure: [['measure_code', 'code']],
  series: [['series_code', 'code']],
  measure_series: [
    ['measure_code', 'measure_code'],
    ['series_code', 'series_code'],
  ],
} as const satisfies Record<keyof typeof contents, Content>

/**
 * Writes a new version of every entry that is not as its latest version says, in one statement. What a register holds is
 * corrected in place; this is how any day's register can be read again.
 */
export async function keepVersions(
  db: Db,
  actor: Actor,
  table: keyof typeof contents,
  reason: string | null = null,
): Promise<void> {
  const [content, key] = [contents[table] as Content, keys[table] as Content]
  const of = (alias: string, columns: Content, place: 0 | 1) =>
    sql.raw(
      columns
        .map((pair) => (pair[place].startsWith('(') ? pair[place] : `${alias}.${pair[place]}`))
        .join(', '),
    )
  const names = sql.raw([...key, ...content].map(([column]) => column).join(', '))
  const version = sql.table(`${table}_version`)
  const told = table === 'measure' ? sql`, reason, illustrative` : sql``
  const tells = table === 'measure' ? sql`, ${reason}::text, ${actor.illustrative === true}::boolean` : sql``
  const joined = sql.raw(key.map(([column, from]) => `v.${column} = c.${from}`).join(' and '))
  await sql`
    insert into ${version} (authority_id, number, recorded_by, ${names}${told})
    select c.authority_id, coalesce(v.number, 0) + 1, ${actor.name}::text, ${of('c', key, 1)}, ${of('c', content, 1)}${tells}
    from ${sql.table(table)} c
    left join lateral (
      select * from ${version} v where v.authority_id = c.authority_id and ${joined} order by v.number desc limit 1
    ) v on true
    where v.number is null or (${of('c', content, 1)}) is distinct from (${of('v', content, 0)})`.execute(db)
}
