import { changed, command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { type Kept, keepRows } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { Pence } from '../../domain/money.ts'

export type TypicalSpendInput = {
  readonly financialYear: string
  readonly lines: readonly { readonly title: string; readonly amount: Pence; readonly source: string }[]
}

/** Records what a typical year was spent on, in the words that residents know. */
export const recordTypicalSpend = (db: Db, actor: Actor, input: TypicalSpendInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const { financialYear, lines } = input
    const wrong = lines.find(({ amount }) => amount <= 0n)
    if (wrong !== undefined)
      throw new Conflict(`‘${wrong.title}’ has no spend. Give what was spent, above nought.`)
    const rows = lines.map(({ title, amount, source }, index) => ({
      authority_id: actor.authorityId,
      financial_year: financialYear,
      position: index + 1,
      title,
      amount_pence: String(amount),
      source_ref: source,
    }))
    const kept = await keepRows(db, 'typical_spend', ['authority_id', 'financial_year', 'position'], rows)
    return { result: kept, event: changed(kept, 'typical-spend.recorded', `typical-spend/${financialYear}`) }
  })
