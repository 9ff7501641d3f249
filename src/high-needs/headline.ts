import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import { baseModel } from '../domain/high-needs/base-model.ts'
import {
  councilForecasts,
  type DeficitOn,
  knownDeficit,
  outlookOf,
  yearsThatMatter,
} from '../domain/high-needs/outlook.ts'
import type { Pence } from '../domain/money.ts'
import { highNeedsFacts } from './queries.ts'

export type HighNeedsHeadline = {
  /** The accumulated deficit when it was last known. */
  readonly deficit: DeficitOn
  /** By the end of years that matter, after mitigations: the range in which 8 in 10 runs of the model lie, its middle, and the council's own forecast. */
  readonly outlook: readonly {
    readonly day: string
    readonly lower80: Pence
    readonly middle: Pence
    readonly upper80: Pence
    readonly council: { readonly amount: Pence; readonly madeIn: string; readonly source: string } | null
  }[]
  readonly href: string
}

/** The deficit in short, for a page on which it stands beside other things; null where too little is recorded to tell. */
export async function highNeedsHeadline(db: Db, knownBy: KnownBy = null): Promise<HighNeedsHeadline | null> {
  const facts = await highNeedsFacts(db, knownBy)
  const answer = baseModel(facts)
  if (!answer.ok) return null
  const forecasts = councilForecasts(facts)
  const outlook = outlookOf(answer.base.model)
  return {
    deficit: knownDeficit(facts, answer.base),
    outlook: yearsThatMatter(outlook, forecasts).map(({ day, spread }) => {
      const { lower80, middle, upper80 } = spread.cumulative.mitigated
      const council = forecasts.findLast((each) => each.day === day && each.estimated !== null)
      return {
        day,
        lower80,
        middle,
        upper80,
        council: council
          ? { amount: council.estimated ?? 0n, madeIn: council.madeIn, source: council.source }
          : null,
      }
    }),
    href: '/high-needs',
  }
}
