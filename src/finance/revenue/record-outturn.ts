import { changed, command } from '../../access/command.ts'
import { Conflict, NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Kept } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { yearText } from '../../domain/financial-year.ts'
import { type Pence, poundsMillionText } from '../../domain/money.ts'
import { refuseUnknownServices } from '../services.ts'
import { revenueOutturns, type YearOutturn } from './outturns.ts'
import { revenueLines, revenueMonths } from './queries.ts'

export type OutturnInput = {
  readonly financialYear: string
  readonly lines: readonly { readonly service: string; readonly outturn: Pence }[]
  /** Why an outturn that is held is another now; null for the first. */
  readonly reason: string | null
  readonly source: string
}

/** Records what each service's year came to: all of them, so that the year's forecasts can be held against it. */
export const recordRevenueOutturn = (db: Db, actor: Actor, input: OutturnInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const { financialYear, lines, reason, source } = input
    const codes = lines.map(({ service }) => service)
    await refuseUnknownServices(db, codes)
    await hold(db, `revenue of ${financialYear}`)
    await refuseIncomplete(db, financialYear, codes)
    const held: YearOutturn = (await revenueOutturns(db)).get(financialYear) ?? new Map()
    const other = lines.filter(({ service, outturn }) => held.get(service)?.amount !== outturn)
    const [first] = other.filter(({ service }) => held.has(service))
    if (first !== undefined && reason === null)
      throw new Conflict(
        `The outturn of ${first.service} for ${yearText(financialYear)} is held as ${poundsMillionText(held.get(first.service)?.amount ?? 0n)}, and ${poundsMillionText(first.outturn)} is given. Give the reason for changing it.`,
      )
    const revisions = await latestRevisions(db, financialYear)
    if (other.length > 0)
      await db
        .insertInto('revenue_outturn')
        .values(
          other.map(({ service, outturn }) => ({
            authority_id: actor.authorityId,
            financial_year: financialYear,
            service_code: service,
            revision: (revisions.get(service) ?? 0) + 1,
            outturn_pence: String(outturn),
            reason: held.has(service) ? reason : null,
            source_ref: source,
            recorded_by: actor.name,
          })),
        )
        .execute()
    const revised = other.filter(({ service }) => held.has(service)).length
    const kept = { added: other.length - revised, changed: revised, unchanged: lines.length - other.length }
    return { result: kept, event: changed(kept, 'revenue-outturn.recorded', `revenue/${financialYear}`) }
  })

/** A part of an outturn beside a forecast of the whole would look like an underspend. */
async function refuseIncomplete(db: Db, financialYear: string, given: readonly string[]): Promise<void> {
  const twice = given.find((code, index) => given.indexOf(code) !== index)
  if (twice !== undefined) throw new Conflict(`${twice} stands here twice. Keep one line for each service.`)
  const latest = (await revenueMonths(db)).find((each) => each.financialYear === financialYear)
  if (latest === undefined)
    throw new NotFound(
      `No forecast of ${yearText(financialYear)} is held that an outturn could be set beside.`,
    )
  const missing = (await revenueLines(db, latest)).filter(({ service }) => !given.includes(service))
  if (missing.length > 0)
    throw new Conflict(
      `The outturn of ${missing.map(({ name }) => name).join(', ')} is missing. Give that of every service.`,
    )
}

async function latestRevisions(db: Db, financialYear: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('revenue_outturn')
    .select((of) => ['service_code', of.fn.max('revision').as('revision')])
    .where('financial_year', '=', financialYear)
    .groupBy('service_code')
    .execute()
  return new Map(rows.map((row) => [row.service_code, row.revision]))
}
