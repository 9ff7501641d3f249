import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import { type OutcomeDimension, outcomeDimensions } from '../../domain/finance/capital-outcome.ts'
import { type Likely, likelyOutturn, type PastYear } from '../../domain/finance/capital-slippage.ts'
import { type Pence, sumPence } from '../../domain/money.ts'
import type { CapitalMonitor } from './monitor.ts'
import { firstYear } from './programme-words.ts'
import type { CapitalView } from './queries.ts'
import { schemesOf } from './scheme.ts'

export type SchemeOutcome = {
  readonly dimension: OutcomeDimension
  readonly measure: string
  readonly aim: string | null
  readonly result: string | null
  readonly by: string
  readonly illustrative: boolean
}

/** The outcomes of a scheme, by dimension: the last word on each. */
export async function schemeOutcomes(db: Db, scheme: string): Promise<SchemeOutcome[]> {
  const rows = await db
    .selectFrom('capital_outcome')
    .selectAll()
    .where('scheme_code', '=', scheme)
    .orderBy('number', 'desc')
    .execute()
  const dimensions = Object.keys(outcomeDimensions) as OutcomeDimension[]
  return dimensions.flatMap((dimension) => {
    const row = rows.find((each) => each.dimension === dimension)
    if (row === undefined) return []
    const { measure, aim, result, by_name, illustrative } = row
    return [{ dimension, measure, aim, result, by: by_name, illustrative }]
  })
}

/** How past years of the schemes ended, by scheme; the last word on each year, oldest year first. */
export async function pastYears(db: Db, knownBy: KnownBy = null): Promise<Map<string, PastYear[]>> {
  const rows = await db
    .selectFrom('capital_outturn')
    .distinctOn(['scheme_code', 'financial_year'])
    .selectAll()
    .where('illustrative', '=', false)
    .where(knownUntil('at', knownBy))
    .orderBy('scheme_code')
    .orderBy('financial_year')
    .orderBy('number', 'desc')
    .execute()
  const byScheme = Map.groupBy(rows, (row) => row.scheme_code)
  return new Map(
    [...byScheme].map(([scheme, list]) => [
      scheme,
      list.map((row) => ({
        year: row.financial_year,
        firstBudget: BigInt(row.first_budget_pence),
        outturn: BigInt(row.outturn_pence),
      })),
    ]),
  )
}

export type LikelyScheme = {
  readonly code: string
  readonly title: string
  readonly serviceName: string
  readonly budget: Pence
  readonly spent: Pence | null
  readonly likely: Likely
}

/** Where the first year of every scheme is likely to end, and what that rests on. */
export async function likelyOutturns(
  db: Db,
  view: CapitalView,
  monitor: CapitalMonitor | null,
  knownBy: KnownBy = null,
): Promise<LikelyScheme[]> {
  const year = firstYear(view)
  const past = await pastYears(db, knownBy)
  return schemesOf(view).map((scheme) => {
    const budget = scheme.budget[year] ?? 0n
    const spent = monitor === null ? null : spentAlone(monitor, scheme.code)
    const service = monitor?.services.find((each) => each.service === scheme.service) ?? null
    const facts = {
      budget,
      monthsGone: monitor?.monthsGone ?? 12,
      history: past.get(scheme.code) ?? [],
      spent,
      service,
    }
    const { code, title, serviceName } = scheme
    return { code, title, serviceName, budget, spent, likely: likelyOutturn(facts) }
  })
}

/** What a scheme by itself had spent; null where no project is it, or one is it together with another. */
function spentAlone({ projects }: CapitalMonitor, scheme: string): Pence | null {
  const own = projects.filter(({ schemes }) => schemes.includes(scheme))
  if (own.length === 0 || own.some(({ schemes }) => schemes.length > 1)) return null
  return sumPence(own.map(({ spent }) => spent))
}
