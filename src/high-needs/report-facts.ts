import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import type { Reconciliation } from '../domain/finance/reconcile.ts'
import { type BackTest, backTest } from '../domain/high-needs/back-test.ts'
import { type BaseModel, baseModel } from '../domain/high-needs/base-model.ts'
import { type HighNeedsFact, isKnownQuantity, lastDayOf } from '../domain/high-needs/fact.ts'
import {
  type CouncilForecast,
  councilForecasts,
  type Outlook,
  outlookOf,
} from '../domain/high-needs/outlook.ts'
import { reconciledFacts } from '../domain/high-needs/reconciled-facts.ts'
import { isMonth } from '../domain/period.ts'
import { type PlaceFacts, placeFacts } from './place-facts.ts'
import { highNeedsFacts } from './queries.ts'
import { commitmentsOf, recoveryActions, type ToldAction } from './recovery.ts'
import { monthText } from './words.ts'

export type HighNeedsReportFacts = {
  readonly month: string
  /** The last day of the month. */
  readonly day: string
  readonly facts: readonly HighNeedsFact[]
  readonly base: BaseModel
  readonly outlook: Outlook
  readonly forecasts: readonly CouncilForecast[]
  readonly reconciliations: readonly Reconciliation[]
  readonly tested: BackTest
  readonly places: PlaceFacts
  readonly actions: readonly ToldAction[]
  readonly commitments: Awaited<ReturnType<typeof commitmentsOf>>
}

const told = new Set(['deficit', 'plans'])

/** The latest month of which a figure is held that came: that of which a report can be made now. */
export async function latestHighNeedsMonth(db: Db, knownBy: KnownBy = null): Promise<string | null> {
  const ends = (await highNeedsFacts(db, knownBy)).flatMap(
    ({ subject, basis, period, endsOn, illustrative }) =>
      // A bare year may be the one that is still going on.
      basis === 'actual' && endsOn && !illustrative && !/^\d{4}$/.test(period) && told.has(subject)
        ? [endsOn]
        : [],
  )
  return ends.sort().at(-1)?.slice(0, 7) ?? null
}

/** Everything that the report on high needs of a month tells. @throws NotFound where it cannot be made. */
export async function highNeedsReportFacts(
  db: Db,
  month: string,
  knownBy: KnownBy = null,
): Promise<HighNeedsReportFacts> {
  const latest = await latestHighNeedsMonth(db, knownBy)
  const suggestions =
    latest === null
      ? []
      : [{ text: `High needs report, ${monthText(latest)}`, href: `/reports/high-needs/${latest}` }]
  const day = isMonth(month) ? lastDayOf(month) : null
  if (day === null)
    throw new NotFound(
      `A report on high needs is of a month, such as 2024-07, not of ‘${month}’.`,
      suggestions,
    )
  const facts = (await highNeedsFacts(db, knownBy)).filter((fact) => isKnownIn(fact, day))
  const answer = baseModel(facts)
  if (!answer.ok)
    throw new NotFound(
      `For ${monthText(month)} too little is recorded about high needs: missing are ${answer.missing.join('; ')}.`,
      suggestions,
    )
  return {
    month,
    day,
    facts,
    base: answer.base,
    outlook: outlookOf(answer.base.model),
    forecasts: councilForecasts(facts),
    reconciliations: reconciledFacts(facts),
    tested: backTest(facts),
    places: await placeFacts(db, facts, knownBy),
    actions: await recoveryActions(db, knownBy),
    commitments: await commitmentsOf(db, knownBy),
  }
}

/** What came later, and forecasts made later, are not in a report. What a paper says ahead, such as of the next reception class, is. */
const isKnownIn = ({ quantity, basis, endsOn, madeIn, illustrative }: HighNeedsFact, day: string): boolean =>
  !illustrative &&
  madeIn <= day.slice(0, 7) &&
  !(basis === 'actual' && isKnownQuantity(quantity) && endsOn !== null && endsOn > day)
