import type { Pence } from '../money.ts'
import { baseModel, isYearEnd, yearText } from './base-model.ts'
import { figuresOf, type HighNeedsFact } from './fact.ts'
import { councilForecasts, outlookOf } from './outlook.ts'
import type { Spread } from './simulate.ts'

export type ForecastTested = {
  readonly madeIn: string
  readonly day: string
  readonly foreseen: Pence
  /** What came; null while it is not recorded. */
  readonly came: Pence | null
  readonly source: string
}

export type IncreaseTested = {
  readonly year: string
  /** The council's words were 'at least'. */
  readonly atLeast: Pence
  readonly modelled: Spread | null
  readonly came: Pence | null
  readonly source: string
}

export type ModelTested = {
  /** The day from which the model was run, with what was known then. */
  readonly from: string
  readonly day: string
  readonly range: Spread
  readonly came: Pence
  readonly isInRange: boolean
}

export type BackTest = {
  readonly forecasts: readonly ForecastTested[]
  readonly increases: readonly IncreaseTested[]
  readonly model: readonly ModelTested[]
  /** Days of which the deficit is known, from which the model could not be run, with what is missing for it. */
  readonly untested: readonly { readonly from: string; readonly missing: readonly string[] }[]
}

/** Earlier forecasts against what came: the council's, and the model's as it would have been run on each day that the deficit was known. */
export function backTest(facts: readonly HighNeedsFact[]): BackTest {
  const actuals = figuresOf(facts, 'accumulated-deficit', { basis: 'actual' }).filter(isYearEnd)
  const cameBy = new Map(actuals.map(({ endsOn, amount }) => [endsOn, amount]))
  const model: ModelTested[] = []
  const untested: { from: string; missing: readonly string[] }[] = []
  for (const { endsOn: from } of actuals) {
    const later = actuals.filter(({ endsOn }) => endsOn > from)
    if (later.length === 0) continue
    const answer = baseModel(knownOn(facts, from))
    if (!answer.ok || answer.base.openingDay !== from) {
      untested.push({ from, missing: answer.ok ? costAndFunding : answer.missing })
      continue
    }
    const { years } = outlookOf(answer.base.model)
    for (const { endsOn: day, amount } of later) {
      const range = years.find((year) => year.day === day)?.spread.cumulative.mitigated
      if (!range || amount === null) continue
      model.push({
        from,
        day,
        range,
        came: amount,
        isInRange: range.lower80 <= amount && amount <= range.upper80,
      })
    }
  }
  return {
    forecasts: councilForecasts(facts).flatMap(({ madeIn, day, estimated, source }) =>
      estimated === null ? [] : [{ madeIn, day, foreseen: estimated, came: cameBy.get(day) ?? null, source }],
    ),
    increases: increasesOf(facts, cameBy),
    model,
    untested,
  }
}

const costAndFunding = ['the net expenditure or the government funding of that year (actual)']

/** What was known when a year ended: actuals and counts by then, the next year's budget, and forecasts made by then. */
const knownOn = (facts: readonly HighNeedsFact[], day: string): HighNeedsFact[] => {
  const nextYear = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return facts.filter(({ basis, endsOn, madeIn }) => {
    if (basis === 'forecast') return madeIn !== '' && madeIn <= day.slice(0, 7)
    return endsOn !== null && endsOn <= (basis === 'budget' ? nextYear : day)
  })
}

function increasesOf(
  facts: readonly HighNeedsFact[],
  cameBy: ReadonlyMap<string, Pence | null>,
): IncreaseTested[] {
  const answer = baseModel(facts)
  const years = answer.ok ? outlookOf(answer.base.model).years : []
  return figuresOf(facts, 'increase-in-the-deficit-at-least', { basis: 'forecast' }).map((fact) => {
    const startYear = Number(fact.endsOn.slice(0, 4)) - 1
    const [end, start] = [cameBy.get(fact.endsOn), cameBy.get(`${startYear}-03-31`)]
    return {
      year: yearText(startYear),
      atLeast: fact.amount ?? 0n,
      modelled: years.find((year) => year.startYear === startYear)?.spread.inYear.mitigated ?? null,
      came: end && start ? end - start : null,
      source: fact.source,
    }
  })
}
