import { sql } from 'kysely'
import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { recordEvent } from '../db/events.ts'
import type { Actor } from '../domain/access/roles.ts'

export type Authority = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly areaCode: string
  readonly brandColour: string
}

/** All councils of this installation, in order of their number. */
export async function authorities(db: Db): Promise<Authority[]> {
  const rows = await db.selectFrom('authority').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    shortName: row.short_name,
    areaCode: row.area_code,
    brandColour: row.brand_colour,
  }))
}

export async function authorityOf(db: Db, actor: Pick<Actor, 'authorityId'>): Promise<Authority> {
  const found = (await authorities(db)).find(({ id }) => id === actor.authorityId)
  if (!found) throw new NotFound('This council is not set up here.')
  return found
}

/**
 * Sets up a council, or corrects how it is named and coloured. It stands outside the councils' own rooms, so it runs
 * as the database's owner; everything after it runs as the council.
 */
export async function setUpAuthority(db: Db, authority: Authority): Promise<void> {
  const { id, slug, name, shortName, areaCode, brandColour } = authority
  if (!Number.isInteger(id) || id < 1) throw new TypeError(`${id} is not an authority's id.`)
  const row = { slug, name, short_name: shortName, area_code: areaCode, brand_colour: brandColour }
  await db.transaction().execute(async (db) => {
    await sql.raw(`set local app.authority = ${id}`).execute(db)
    const { rows } = await sql<{ id: number }>`
      insert into authority (id, slug, name, short_name, area_code, brand_colour)
      values (${id}, ${slug}, ${name}, ${shortName}, ${areaCode}, ${brandColour})
      on conflict (id) do update set slug = excluded.slug, name = excluded.name, short_name = excluded.short_name,
        area_code = excluded.area_code, brand_colour = excluded.brand_colour
      where (authority.slug, authority.name, authority.short_name, authority.area_code, authority.brand_colour)
        is distinct from (excluded.slug, excluded.name, excluded.short_name, excluded.area_code, excluded.brand_colour)
      returning id`.execute(db)
    if (rows.length === 0) return
    const actor = { role: 'operator', name: 'set-up' }
    await recordEvent(db, {
      authorityId: id,
      actor,
      action: 'authority.set-up',
      subject: `authority/${slug}`,
      details: row,
    })
  })
}
