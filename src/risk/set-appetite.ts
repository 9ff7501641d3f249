import { command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { riskAppetites } from './appetites.ts'
import { byWhom } from './by-whom.ts'

export type AppetiteInput = {
  readonly category: string
  readonly from: string
  /** The highest score that is accepted: 1 to 25. */
  readonly most: number
  readonly says: string
  readonly decidedBy: string
}

/** Records how much risk the council accepts in a category from a day on. What it accepted before stays. */
export const setRiskAppetite = (db: Db, actor: Actor, input: AppetiteInput): Promise<void> =>
  command(db, actor, 'risk.set-appetite', async (db) => {
    const { category, from, most, says, decidedBy } = input
    const ofDay = (await riskAppetites(db)).filter((each) => each.category === category && each.from === from)
    await db
      .insertInto('risk_appetite')
      .values({
        ...byWhom(actor),
        category,
        from_day: from,
        number: (ofDay.at(-1)?.number ?? 0) + 1,
        most,
        says,
        decided_by: decidedBy,
      })
      .execute()
    const details = { category, from, most }
    return { result: undefined, event: { action: 'risk-appetite.set', subject: 'risk-appetite', details } }
  })
