import { changed, command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import { bothKept, type Kept, keepRows } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { progressProblems, type SavingProblem } from '../../domain/finance/saving.ts'
import { isMonthOf } from '../../domain/financial-year.ts'
import type { Pence } from '../../domain/money.ts'
import { refuseUnknownServices } from '../services.ts'
import { savingProgrammeFor } from './savings.ts'

type Progress = {
  /** Delivered since April to the end of this month. */
  readonly month: string
  readonly delivered: Pence
  readonly atRisk: Pence | null
  readonly words: string | null
  readonly source: string
}

export type SavingsInput = {
  readonly financialYear: string
  readonly programmes: readonly {
    readonly code: string
    readonly service: string
    readonly title: string
    readonly planned: Pence
    readonly note: string | null
    readonly source: string
    /** As the same paper tells of it; recorded once. */
    readonly progress: Progress | null
  }[]
}

/** Records the savings programmes of a year, each with the first progress that its paper tells of. */
export const recordSavings = (db: Db, actor: Actor, input: SavingsInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const { financialYear, programmes } = input
    await refuseUnknownServices(
      db,
      programmes.map(({ service }) => service),
    )
    const rows = programmes.map(({ code, service, title, planned, note, source }, index) => ({
      authority_id: actor.authorityId,
      financial_year: financialYear,
      code,
      position: index + 1,
      service_code: service,
      title,
      planned_pence: String(planned),
      note,
      source_ref: source,
      recorded_by: actor.name,
    }))
    let kept = await keepRows(db, 'saving_programme', ['authority_id', 'financial_year', 'code'], rows)
    for (const { code, progress } of programmes) {
      if (progress === null) continue
      const held = await savingProgrammeFor(db, financialYear, code)
      const isNew = held.progress.length === 0
      if (isNew) await addProgress(db, actor, { financialYear, code, ...progress }, held)
      kept = bothKept(kept, { added: isNew ? 1 : 0, changed: 0, unchanged: isNew ? 0 : 1 })
    }
    return { result: kept, event: changed(kept, 'savings.recorded', `savings/${financialYear}`) }
  })

export type SavingProgressInput = Progress & {
  readonly financialYear: string
  readonly code: string
  /** How many reports the person saw, so that two do not answer for the same month unseen. */
  readonly seen: number
}

/** Reports how far a savings programme has come by the end of a month; gives what is wrong with it instead, if anything is. */
export const reportSavingProgress = (
  db: Db,
  actor: Actor,
  input: SavingProgressInput,
): Promise<readonly SavingProblem[]> =>
  command(db, actor, 'finance.record', async (db) => {
    const { financialYear, code, seen, month } = input
    await hold(db, `saving ${financialYear} ${code}`)
    const held = await savingProgrammeFor(db, financialYear, code)
    if (held.progress.length !== seen)
      throw new Conflict(
        `Its progress was reported meanwhile, by ${held.progress.at(-1)?.by}. Look at it again.`,
      )
    const problems = progressProblems(held.planned, input)
    if (problems.length > 0) return { result: problems, event: null }
    await addProgress(db, actor, input, held)
    return {
      result: [],
      event: { action: 'saving.progressed', subject: `saving/${financialYear}/${code}`, details: { month } },
    }
  })

async function addProgress(
  db: Db,
  actor: Actor,
  given: Progress & { readonly financialYear: string; readonly code: string },
  held: { readonly planned: Pence; readonly progress: readonly unknown[] },
): Promise<void> {
  const { financialYear, code, month, delivered, atRisk, words, source } = given
  if (!isMonthOf(financialYear, month)) throw new Conflict(`${month} is no month of ${financialYear}.`)
  const [problem] = progressProblems(held.planned, given)
  if (problem !== undefined) throw new Conflict(problem.text)
  await db
    .insertInto('saving_progress')
    .values({
      authority_id: actor.authorityId,
      financial_year: financialYear,
      code,
      number: held.progress.length + 1,
      month,
      delivered_pence: String(delivered),
      at_risk_pence: atRisk === null ? null : String(atRisk),
      words,
      source_ref: source,
      by_name: actor.name,
      by_role: actor.role,
      by_account_id: actor.accountId ?? null,
    })
    .execute()
}
