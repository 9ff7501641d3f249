import { changed, command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Kept } from '../db/keep.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { HighNeedsFact } from '../domain/high-needs/fact.ts'
import { addRevisions } from './add-revisions.ts'

/** `position` orders the figures of a subject on a page, as the paper does. */
export type FactInput = Omit<HighNeedsFact, 'illustrative'> & { readonly position: number }

const keys = ['subject', 'quantity', 'area', 'period', 'basis', 'made_in'] as const
const compared = ['item', 'ends_on', 'amount_pence', 'value', 'unit', 'source_ref', 'note'] as const

/** Records figures about high needs. A figure that was given before otherwise is kept beside the new one. */
export const recordHighNeedsFacts = (db: Db, actor: Actor, facts: readonly FactInput[]): Promise<Kept> =>
  command(db, actor, 'high-needs.keep', async (db) => {
    for (const [index, { value, amount, item }] of facts.entries()) {
      if ((value === null) === (amount === null))
        throw new Conflict(`Row ${index + 1}, ${item}: give either an amount or a number.`)
      if (value !== null && value < 0)
        throw new Conflict(`Row ${index + 1}, ${item}: ${value} cannot be counted; give 0 or more.`)
    }
    const rows = facts.map((fact) => ({
      subject: fact.subject,
      quantity: fact.quantity,
      area: fact.area,
      period: fact.period,
      basis: fact.basis,
      made_in: fact.madeIn,
      position: fact.position,
      item: fact.item,
      ends_on: fact.endsOn,
      amount_pence: fact.amount === null ? null : String(fact.amount),
      value: fact.value === null ? null : String(fact.value),
      unit: fact.unit,
      source_ref: fact.source,
      note: fact.note,
    }))
    const kept = await addRevisions(db, actor, { table: 'high_needs_fact', keys, compared }, rows)
    return { result: kept, event: changed(kept, 'high-needs-fact.recorded', 'high-needs/facts') }
  })
