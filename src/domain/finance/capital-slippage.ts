import { type Pence, sumPence } from '../money.ts'
import { atThisPace, shareText } from './capital-monitoring.ts'

/** How a past year of a scheme ended, against the first budget it had for that year. */
export type PastYear = { readonly year: string; readonly firstBudget: Pence; readonly outturn: Pence }

export type SlippageFacts = {
  /** The scheme's budget of the year. */
  readonly budget: Pence
  readonly monthsGone: number
  readonly history: readonly PastYear[]
  /** What the scheme by itself has spent this year; null where nobody says. */
  readonly spent: Pence | null
  /** Its service's spending and budget; null where they are not known. */
  readonly service: { readonly spent: Pence; readonly budget: Pence } | null
}

export type Likely = {
  readonly basis: 'history' | 'spending' | 'service' | 'none'
  /** The range in which the year is likely to end; null where nothing stands behind one. */
  readonly range: { readonly low: Pence; readonly high: Pence } | null
  /** Only a scheme's own figures flag it. */
  readonly flag: 'at-risk' | 'over' | 'spent' | 'no-sign' | 'unknown'
  /** What it rests on, and how much that is. */
  readonly evidence: string
  /** The same in a few words, for a table. */
  readonly brief: string
}

/** A scheme whose past years together came to less of their first budgets than this is at risk of slipping again. */
const LEAST_OF_BUDGET_PERCENT = 90n

/**
 * Where a scheme's year is likely to end. Its own past years come first: the range is its budget times the smallest and the
 * largest part of a first budget that a past year came to. Without them, its spending so far: from the pace so far to the
 * whole budget. Without that, its service's pace, which says little of the scheme and never flags it.
 */
export function likelyOutturn(facts: SlippageFacts): Likely {
  const { budget, history, spent, service } = facts
  if (budget <= 0n)
    return {
      basis: 'none',
      range: null,
      flag: 'unknown',
      evidence: 'It has no budget this year.',
      brief: 'No budget',
    }
  if (history.some(({ firstBudget }) => firstBudget > 0n)) return fromHistory(facts)
  if (spent !== null) return fromSpending(facts, spent)
  if (service !== null && service.budget > 0n) return fromService(facts, service)
  return {
    basis: 'none',
    range: null,
    flag: 'unknown',
    evidence: 'Neither its past years nor any spending is held.',
    brief: 'Nothing held',
  }
}

function fromHistory({ budget, history, spent, monthsGone }: SlippageFacts): Likely {
  const years = history.filter(({ firstBudget }) => firstBudget > 0n)
  const scaled = years.map(({ firstBudget, outturn }) => divided(budget * outturn, firstBudget))
  const known = spent ?? 0n
  const outturns = sumPence(years.map(({ outturn }) => outturn))
  const budgets = sumPence(years.map(({ firstBudget }) => firstBudget))
  const came = `${shareText(outturns, budgets)}% of their first budgets`
  const count = years.length === 1 ? 'Its one past year' : `Its ${years.length} past years`
  const trust = years.length < 3 ? ' So few years say little.' : ''
  return {
    basis: 'history',
    range: { low: larger(smallest(scaled), known), high: larger(largest(scaled), known) },
    flag: flagOf({
      budget,
      spent,
      isSlow: outturns * 100n < budgets * LEAST_OF_BUDGET_PERCENT,
    }),
    evidence: `${count} came to ${came}.${trust}${spent === null ? '' : ` ${spentWords(spent, budget, monthsGone)}`}`,
    brief: `${years.length === 1 ? 'One past year' : `${years.length} past years`}: ${shareText(outturns, budgets)}% of first budgets`,
  }
}

function fromSpending({ budget, monthsGone }: SlippageFacts, spent: Pence): Likely {
  const pace = atThisPace(spent, monthsGone)
  return {
    basis: 'spending',
    range: { low: larger(spent, smaller(pace, budget)), high: larger(spent, budget) },
    // Less than half of what an even pace would have spent by now.
    flag: flagOf({ budget, spent, isSlow: spent * 24n < budget * BigInt(monthsGone) }),
    evidence: `No past year of it is held. ${spentWords(spent, budget, monthsGone)} One reading, and capital is often spent late in a year: weak evidence.`,
    brief: `${shareText(spent, budget)}% spent in ${monthsGone} of 12 months; weak`,
  }
}

function fromService(
  { budget, monthsGone }: SlippageFacts,
  service: NonNullable<SlippageFacts['service']>,
): Likely {
  const pace = smaller(atThisPace(service.spent, monthsGone), service.budget)
  return {
    basis: 'service',
    range: { low: smaller(budget, divided(budget * pace, service.budget)), high: budget },
    flag: 'unknown',
    evidence: `Neither past years nor spending of its own are held. Its service as a whole had spent ${shareText(service.spent, service.budget)}% of its budget, which says little of one scheme.`,
    brief: `Its service: ${shareText(service.spent, service.budget)}% spent`,
  }
}

function flagOf({
  budget,
  spent,
  isSlow,
}: {
  readonly budget: Pence
  readonly spent: Pence | null
  readonly isSlow: boolean
}): Likely['flag'] {
  if (spent !== null && roundedPounds(spent) > roundedPounds(budget)) return 'over'
  if (spent !== null && spent * 100n >= budget * 99n) return 'spent'
  return isSlow ? 'at-risk' : 'no-sign'
}

/** Spending is printed to £0.001m: less than half of that beside a budget in pounds is no difference. */
const roundedPounds = (amount: Pence): Pence => divided(amount, 100_000n)

const spentWords = (spent: Pence, budget: Pence, monthsGone: number): string =>
  `It had spent ${shareText(spent, budget)}% of the year’s budget with ${monthsGone} of 12 months gone.`

/** Half a penny rounds up; amounts here are never negative. */
const divided = (amount: bigint, by: bigint): bigint => (2n * amount + by) / (2n * by)
const smaller = (a: Pence, b: Pence): Pence => (a < b ? a : b)
const larger = (a: Pence, b: Pence): Pence => (a > b ? a : b)
const smallest = (amounts: readonly Pence[]): Pence => amounts.reduce(smaller)
const largest = (amounts: readonly Pence[]): Pence => amounts.reduce(larger)
