import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import { type SavingStanding, savingStanding } from '../../domain/finance/saving.ts'
import type { Pence } from '../../domain/money.ts'

export type SavingProgress = {
  readonly month: string
  readonly delivered: Pence
  readonly atRisk: Pence | null
  readonly words: string | null
  readonly source: string
  readonly by: string
}

export type SavingProgramme = {
  readonly financialYear: string
  readonly code: string
  readonly service: string
  readonly serviceName: string
  readonly title: string
  readonly note: string | null
  readonly source: string
  readonly planned: Pence
  /** Every report of its progress, the last one last; that one counts. */
  readonly progress: readonly SavingProgress[]
  /** As last reported; nothing counts as delivered before anybody reported. */
  readonly standing: SavingStanding
}

/** The years for which savings are planned, latest first. */
export async function savingYears(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('saving_programme')
    .select('financial_year')
    .distinct()
    .orderBy('financial_year', 'desc')
    .execute()
  return rows.map((row) => row.financial_year)
}

/** The savings of a year by programme, as far as they were reported to the end of a month (to now unless said). */
export async function savingProgrammes(
  db: Db,
  financialYear: string,
  { upTo = null, knownBy = null }: { readonly upTo?: string | null; readonly knownBy?: KnownBy } = {},
): Promise<SavingProgramme[]> {
  const rows = await db
    .selectFrom('saving_programme as p')
    .innerJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'p.authority_id').onRef('s.code', '=', 'p.service_code'),
    )
    .where('p.financial_year', '=', financialYear)
    .where(knownUntil('p.recorded_at', knownBy))
    .selectAll('p')
    .select('s.name')
    .orderBy('s.position')
    .orderBy('p.position')
    .execute()
  const reported = Map.groupBy(
    await db
      .selectFrom('saving_progress')
      .selectAll()
      .where('financial_year', '=', financialYear)
      .where(knownUntil('at', knownBy))
      .orderBy('month')
      .orderBy('number')
      .execute(),
    ({ code }) => code,
  )
  return rows.map((row) => {
    const planned = BigInt(row.planned_pence)
    const progress = (reported.get(row.code) ?? [])
      .filter(({ month }) => upTo === null || month <= upTo)
      .map((each) => ({
        month: each.month,
        delivered: BigInt(each.delivered_pence),
        atRisk: each.at_risk_pence === null ? null : BigInt(each.at_risk_pence),
        words: each.words,
        source: each.source_ref,
        by: each.by_name,
      }))
    const last = progress.at(-1)
    return {
      financialYear,
      code: row.code,
      service: row.service_code,
      serviceName: row.name,
      title: row.title,
      note: row.note,
      source: row.source_ref,
      planned,
      progress,
      standing: savingStanding({ planned, delivered: last?.delivered ?? 0n, atRisk: last?.atRisk ?? null }),
    }
  })
}

export async function savingProgrammeFor(
  db: Db,
  financialYear: string,
  code: string,
): Promise<SavingProgramme> {
  const found = (await savingProgrammes(db, financialYear)).find((each) => each.code === code)
  if (found) return found
  throw new NotFound('There is no such savings programme.', [
    { text: 'All savings', href: '/finance/savings' },
  ])
}
