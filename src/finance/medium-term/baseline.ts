import type { Db } from '../../db/database.ts'
import type { Bases } from '../../domain/finance/medium-term.ts'
import { revenuePosition } from '../../domain/finance/revenue.ts'
import { type Pence, sumPence } from '../../domain/money.ts'
import { fundReport, fundReports } from '../collection-fund/queries.ts'
import { revenueLines, revenueMonths } from '../revenue/queries.ts'

/** The budget of the latest year held: what everything after it begins from. */
export type Baseline = {
  readonly year: string
  readonly month: string
  /** What services cost, and of it what grows with demand. */
  readonly services: Pence
  readonly demandLed: { readonly names: readonly string[]; readonly budget: Pence }
  readonly councilWide: Pence
  readonly levies: Pence
  /** What government gives: more than nought. */
  readonly grants: Pence
  readonly net: Pence
  /** The forecast variance of the year: more than nought is an overspend. */
  readonly variance: Pence
  /** Null where the collection fund of the year is not held. */
  readonly councilTax: Pence | null
  /** The council's part of what was declared for the year before, which comes once. */
  readonly declared: Pence | null
  readonly source: string
}

/** Null while no revenue position is held. */
export async function mediumTermBaseline(db: Db): Promise<Baseline | null> {
  const [latest] = await revenueMonths(db)
  if (latest === undefined) return null
  const lines = await revenueLines(db, latest)
  const { serviceTotal, total, services, corporate } = revenuePosition(lines)
  const budgetOf = (kind: (typeof lines)[number]['kind']) =>
    sumPence(corporate.filter((line) => line.kind === kind).map(({ budget }) => budget))
  const demandLed = services.filter(({ name }) => /social care/i.test(name))
  const report = (await fundReports(db)).find(({ year }) => year === latest.financialYear)
  const fund = report === undefined ? [] : (await fundReport(db, report.year, report.asAt)).streams
  const declared = fund.flatMap((stream) => (stream.declared === null ? [] : [stream.declared.own]))
  return {
    year: latest.financialYear,
    month: latest.month,
    services: serviceTotal.budget,
    demandLed: {
      names: demandLed.map(({ name }) => name),
      budget: sumPence(demandLed.map(({ budget }) => budget)),
    },
    councilWide: budgetOf('council-wide'),
    levies: budgetOf('levies'),
    grants: -budgetOf('grants'),
    net: total.budget,
    variance: total.variance,
    councilTax: fund.find(({ stream }) => stream === 'council-tax')?.budget ?? null,
    declared: declared.length === 0 ? null : sumPence(declared),
    source: lines[0]?.source ?? '',
  }
}

/** All that pay can be a part of. */
export const spendingOf = ({ services, councilWide, levies }: Baseline): Pence =>
  services + councilWide + levies

/** What each rate applies to, given how much of the budget is pay. */
export const basesOf = (baseline: Baseline, pay: Pence): Bases => ({
  pay,
  prices: spendingOf(baseline) - pay,
  demand: baseline.demandLed.budget,
  'council-tax': baseline.councilTax ?? 0n,
  grants: baseline.grants,
})
