import { sql } from 'kysely'
import { command } from '../access/command.ts'
import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { sameUnit, type Unit, unitText } from '../domain/access/unit.ts'
import { dayText } from '../domain/period-text.ts'
import { unitsOn } from '../organisation/organisation-facts.ts'
import { measureUnits } from './units.ts'

export type AssignmentInput = {
  readonly measures: readonly { readonly measure: string; readonly unit: Unit }[]
  /** The first day on which they answer. */
  readonly from: string
  /** Why it is they: a paper, a decision. */
  readonly basis: string
}

/** Records which units answer for measures from a day on; gives how many of them are news. */
export const assignMeasures = (
  db: Db,
  actor: Actor,
  { measures, from, basis }: AssignmentInput,
): Promise<number> =>
  command(db, actor, 'measure.keep', async (db) => {
    await refuseUnknown(db, measures, from)
    const held = await measureUnits(db)
    const news = new Map(measures.map((each) => [each.measure, each]))
      .values()
      .flatMap(({ measure, unit }) => {
        const before = held.filter((row) => row.measure === measure && row.from <= from)
        const last = before.at(-1)
        if (last && sameUnit(last.unit, unit)) return []
        const sameDay = before.filter((row) => row.from === from)
        const number = Math.max(0, ...sameDay.map((row) => row.number)) + 1
        return [{ measure, unit, number }]
      })
    const rows = [...news]
    if (rows.length === 0) return { result: 0, event: null }
    await db
      .insertInto('measure_unit')
      .values(
        rows.map(({ measure, unit, number }) => ({
          authority_id: actor.authorityId,
          measure_code: measure,
          from_day: from,
          number,
          unit_kind: unit.kind,
          unit_code: unit.code,
          basis,
          recorded_by: actor.name,
          illustrative: actor.illustrative === true,
        })),
      )
      .execute()
    const only = rows.length === 1 ? rows[0] : undefined
    const details = {
      from,
      basis,
      units: Object.fromEntries(rows.map((row) => [row.measure, unitText(row.unit)])),
    }
    return {
      result: rows.length,
      event: { action: 'measure.assigned', subject: only ? `measure/${only.measure}` : 'measures', details },
    }
  })

async function refuseUnknown(db: Db, measures: AssignmentInput['measures'], from: string): Promise<void> {
  const codes = measures.map(({ measure }) => measure)
  const known = await db
    .selectFrom('measure')
    .select('code')
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .execute()
  const stranger = codes.find((code) => !known.some((row) => row.code === code))
  if (stranger !== undefined) throw new NotFound(`There is no measure '${stranger}' in the register.`)
  const { standings } = await unitsOn(db, from)
  for (const { unit } of measures) {
    if (unit.kind === 'council') continue
    const standing = standings.get(unitText(unit))
    if (standing === undefined) throw new NotFound(`There is no ${unit.kind} '${unit.code}' in the register.`)
    if (standing.state !== 'open')
      throw new NotFound(
        `${standing.name} is not there on ${dayText(from)}. Choose a unit that is, or another day.`,
      )
  }
}
