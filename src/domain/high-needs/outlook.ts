import type { Pence } from '../money.ts'
import { type BaseModel, yearText } from './base-model.ts'
import { figuresOf, type HighNeedsFact } from './fact.ts'
import type { HighNeedsModel } from './model.ts'
import { type ModelYear, runModel } from './run-model.ts'
import { type SimulatedYear, type Simulation, simulate } from './simulate.ts'

/** What the council itself foresaw for a day, in one forecast of its own. Never mixed with the model's. */
export type CouncilForecast = {
  readonly day: string
  readonly madeIn: string
  readonly initial: Pence | null
  readonly mitigations: Pence | null
  readonly estimated: Pence | null
  readonly source: string
}

export type OutlookYear = {
  readonly startYear: number
  readonly text: string
  /** The last day of the year. */
  readonly day: string
  readonly central: ModelYear
  readonly spread: SimulatedYear
}

export type Outlook = {
  readonly model: HighNeedsModel
  readonly years: readonly OutlookYear[]
  readonly simulation: Simulation
}

/** A model run once with what is likeliest and many times with what may be. */
export function outlookOf(model: HighNeedsModel): Outlook {
  const simulation = simulate(model)
  return {
    model,
    simulation,
    years: runModel(model).flatMap((central, index) => {
      const spread = simulation.years[index]
      const { startYear } = central
      return spread
        ? [{ startYear, text: yearText(startYear), day: `${startYear + 1}-03-31`, central, spread }]
        : []
    }),
  }
}

/** The council's own forecasts, by when they were made and the day they are of. */
export function councilForecasts(facts: readonly HighNeedsFact[]): CouncilForecast[] {
  const of = (quantity: 'initial-deficit-position' | 'mitigations' | 'estimated-deficit-position') =>
    figuresOf(facts, quantity, { basis: 'forecast' })
  const all = [...of('estimated-deficit-position'), ...of('initial-deficit-position')]
  const keys = [...new Set(all.map(({ madeIn, endsOn }) => `${madeIn} ${endsOn}`))].sort()
  return keys.map((key) => {
    const [madeIn = '', day = ''] = key.split(' ')
    const amountOf = (list: ReturnType<typeof of>) =>
      list.find((fact) => fact.madeIn === madeIn && fact.endsOn === day)?.amount ?? null
    return {
      day,
      madeIn,
      initial: amountOf(of('initial-deficit-position')),
      mitigations: amountOf(of('mitigations')),
      estimated: amountOf(of('estimated-deficit-position')),
      source: all.find((fact) => fact.madeIn === madeIn && fact.endsOn === day)?.source ?? '',
    }
  })
}

/** The years that matter: those of which the council made a forecast; where it made none, the second and the fourth. */
export const yearsThatMatter = (outlook: Outlook, forecasts: readonly CouncilForecast[]): OutlookYear[] => {
  const foreseen = outlook.years.filter(({ day }) => forecasts.some((each) => each.day === day))
  return foreseen.length > 0 ? foreseen : outlook.years.filter((_, index) => index === 1 || index === 3)
}

/** A day, and the accumulated deficit on it. */
export type DeficitOn = { readonly day: string; readonly amount: Pence; readonly source: string }

/** Where the model starts from. */
export const openingDeficit = ({ facts: { deficit }, openingDay }: BaseModel): DeficitOn => ({
  day: openingDay,
  amount: deficit.amount ?? 0n,
  source: deficit.source,
})

/** Where the accumulated deficit stood when it was last known: at the model's start or later. */
export function knownDeficit(facts: readonly HighNeedsFact[], base: BaseModel): DeficitOn {
  const latest = figuresOf(facts, 'accumulated-deficit', { basis: 'actual' }).at(-1)
  if (!latest || latest.amount === null) return openingDeficit(base)
  return { day: latest.endsOn, amount: latest.amount, source: latest.source }
}
