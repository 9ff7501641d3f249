import type { Db } from '../../db/database.ts'
import type { KnownBy } from '../../db/known-by.ts'
import { seesExempt } from '../../db/sees-exempt.ts'
import { accountedFor } from '../../domain/finance/pressure.ts'
import {
  planFallsDueAfter,
  planForMembers,
  type RemedialBalance,
  remedialBalance,
  stateOf,
} from '../../domain/finance/revenue-remedial.ts'
import { poundsMillionText } from '../../domain/money.ts'
import { type RevenueCommentary, revenueCommentary, type SpendReview, spendReviews } from './commentary.ts'
import { type RevenueFact, revenueFacts } from './facts.ts'
import { revenueHistory, trustText } from './outturns.ts'
import { type RevenueMonitor, type RevenueMonth, revenueMonitor } from './queries.ts'
import { type RemedialAction, type ReserveLimit, remedialActions, reserveLimits } from './remedial.ts'
import { planText } from './remedial-words.ts'
import { type SavingProgramme, savingProgrammes } from './savings.ts'
import { type Virement, virementsOf } from './virements.ts'

/** Everything that is told of a month's revenue, gathered once: for its page and for its report. */
export type RevenueMonthFacts = {
  readonly monitor: RevenueMonitor
  /**
   * How far the pressures account for each variance; null for a reader from whom something may be hidden, whom the
   * difference would tell how much.
   */
  readonly accounted: ReturnType<typeof accountedFor> | null
  readonly balance: RemedialBalance<RemedialAction>
  readonly plan: { readonly isDue: boolean; readonly says: string }
  readonly reserves: readonly ReserveLimit[]
  /** As reported to the end of the month. */
  readonly savings: readonly SavingProgramme[]
  readonly virements: readonly Virement[]
  readonly commentary: ReadonlyMap<string, RevenueCommentary>
  readonly reviews: readonly SpendReview[]
  /** How much to trust the forecast, in a sentence. */
  readonly trust: string
  /** What the paper says beside its statement, as it printed it. */
  readonly facts: readonly RevenueFact[]
}

export async function revenueMonthFacts(
  db: Db,
  month: RevenueMonth,
  knownBy: KnownBy = null,
): Promise<RevenueMonthFacts> {
  const monitor = await revenueMonitor(db, month, knownBy)
  const { services, corporate, total } = monitor.position
  const raised = (await remedialActions(db, month.financialYear, knownBy)).filter(
    (action) => action.month <= month.month,
  )
  const balance = remedialBalance(total.variance, raised, month.month)
  return {
    monitor,
    accounted: (await seesExempt(db)) ? accountedFor([...services, ...corporate], monitor.pressures) : null,
    balance,
    plan: planOf(month, raised, balance),
    reserves: await reserveLimits(db, month.financialYear, knownBy),
    savings: await savingProgrammes(db, month.financialYear, { upTo: month.month, knownBy }),
    virements: (await virementsOf(db, month.financialYear, knownBy)).filter(
      ({ inBudgetFrom }) => inBudgetFrom <= month.month,
    ),
    facts: await revenueFacts(db, month),
    commentary: await revenueCommentary(db, month, knownBy),
    reviews: await spendReviews(db, month, knownBy),
    trust: trustText(await revenueHistory(db, knownBy), month.month),
  }
}

function planOf(
  { financialYear, month }: RevenueMonth,
  actions: readonly RemedialAction[],
  { afterApproved }: RemedialBalance<RemedialAction>,
) {
  const plan = actions.find(({ kind }) => kind === 'plan-for-members')
  const dueAfter = plan?.dueAfterMonth ?? planFallsDueAfter(financialYear)
  const isMade = plan !== undefined && stateOf(plan) === 'done'
  const state = planForMembers({ month, dueAfter, afterApproved, isMade })
  return { isDue: state === 'due', says: planText(state, dueAfter, month, poundsMillionText(afterApproved)) }
}
