import type { Db } from '../../db/database.ts'
import type { Kept } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { recordRevenueFacts } from '../../finance/revenue/record-facts.ts'
import { recordRevenuePosition } from '../../finance/revenue/record-position.ts'
import { recordRemedialActions } from '../../finance/revenue/record-remedial.ts'
import { recordSavings } from '../../finance/revenue/record-savings.ts'
import { recordTypicalSpend } from '../../finance/revenue/record-typical-spend.ts'
import { keepVirement } from '../../finance/revenue/record-virement.ts'
import {
  remedialActionsJuly2024,
  revenueFactsJuly2024,
  revenueMonth3,
  savings2024,
  typicalYear,
  virementMay2024,
} from './revenue.ts'

/** Loads what the July 2024 papers say of revenue. */
export async function loadRevenue(
  db: Db,
  loader: Actor,
  step: (says: string, work: () => Promise<Kept>) => Promise<void>,
): Promise<void> {
  await step('revenue position at month 3', () => recordRevenuePosition(db, loader, revenueMonth3()))
  await step('remedial actions', () => recordRemedialActions(db, loader, remedialActionsJuly2024()))
  await step('virement of May 2024', () => keepVirement(db, loader, virementMay2024()))
  await step('savings', () => recordSavings(db, loader, savings2024()))
  await step('facts beside the statement', () => recordRevenueFacts(db, loader, revenueFactsJuly2024()))
  await step('what a typical year is spent on', () => recordTypicalSpend(db, loader, typicalYear()))
}
