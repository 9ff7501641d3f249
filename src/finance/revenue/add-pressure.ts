import { command } from '../../access/command.ts'
import { Conflict, NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { partsProblems } from '../../domain/finance/pressure.ts'
import { monthText } from '../../domain/financial-year.ts'
import type { Pence } from '../../domain/money.ts'
import { refuseUnknownServices } from '../services.ts'
import { type PressureInput, pressureRows } from './pressure-rows.ts'
import type { RevenueMonth } from './queries.ts'

export type AddPressureInput = RevenueMonth &
  Omit<PressureInput, 'position' | 'partOf'> & {
    /** What it is made of; together they must be the whole. */
    readonly parts: readonly {
      readonly title: string
      readonly amount: Pence
      readonly cause: string | null
    }[]
  }

/** Adds a pressure, with its parts, to a month that is held. */
export const addPressure = (db: Db, actor: Actor, input: AddPressureInput): Promise<void> =>
  command(db, actor, 'finance.record', async (db) => {
    const { financialYear, month, parts, ...whole } = input
    await hold(db, `revenue of ${financialYear}`)
    await refuseMonthNotHeld(db, input)
    await refuseUnknownServices(db, [whole.service])
    const { last } = await db
      .selectFrom('revenue_pressure')
      .select((of) => of.fn.max('position').as('last'))
      .where('financial_year', '=', financialYear)
      .where('month', '=', month)
      .executeTakeFirstOrThrow()
    const position = (last ?? 0) + 1
    const pressures: PressureInput[] = [
      { ...whole, position, partOf: null },
      ...parts.map((part, index) => ({
        ...part,
        service: whole.service,
        position: position + index + 1,
        partOf: position,
        assumption: null,
        source: whole.source,
      })),
    ]
    const [problem] = partsProblems(pressures)
    if (problem !== undefined) throw new Conflict(problem)
    await db
      .insertInto('revenue_pressure')
      .values(pressureRows(actor, input, pressures).map((row) => ({ ...row, recorded_by: actor.name })))
      .execute()
    // The trail is read by some who may not see what is exempt: it tells that something was added, and not what.
    const subject = `revenue/${financialYear}/${month}`
    return { result: undefined, event: { action: 'revenue-pressure.added', subject, details: { position } } }
  })

async function refuseMonthNotHeld(db: Db, { financialYear, month }: RevenueMonth): Promise<void> {
  const held = await db
    .selectFrom('revenue_line')
    .select('month')
    .where('financial_year', '=', financialYear)
    .where('month', '=', month)
    .limit(1)
    .executeTakeFirst()
  if (held === undefined)
    throw new NotFound(
      `No revenue position is held for ${monthText(month)}. Record the month’s position first.`,
    )
}
