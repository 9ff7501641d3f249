import type { Db } from '../db/database.ts'
import { type Kept, keepRows } from '../db/keep.ts'
import type { ControlTotalInput } from './control-totals.ts'

/** Keeps the totals that a paper printed, under the subject whose lines they are held against. */
export const keepControlTotals = (
  db: Db,
  authority_id: number,
  subject: string,
  totals: readonly ControlTotalInput[],
): Promise<Kept> =>
  keepRows(
    db,
    'control_total',
    ['authority_id', 'subject', 'line', 'quantity'],
    totals.map(({ line, quantity, title, printed, precision, source }) => ({
      authority_id,
      subject,
      line,
      quantity,
      title,
      amount_pence: String(printed),
      precision_pence: String(precision),
      source_ref: source,
    })),
  )
