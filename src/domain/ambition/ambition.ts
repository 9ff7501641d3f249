import type { GoodDirection } from '../measures/measure.ts'
import type { Period } from '../period.ts'
import type { Unit } from '../quantity.ts'
import { ambitionWords } from './ambition-words.ts'
import { improvementPerYear, type Managed, managedRates, type NeighbourHistory } from './managed-rates.ts'
import { type TargetStanding, targetStanding } from './target-standing.ts'

export type AmbitionInput = {
  readonly council: string
  readonly target: number
  readonly by: Period
  readonly latest: { readonly period: Period; readonly value: number }
  readonly neighbours: readonly NeighbourHistory[]
  readonly goodDirection: GoodDirection
  readonly unit: Unit
  readonly decimals: number
  readonly breaks: readonly string[]
}

export type NeighbourPace = {
  readonly name: string
  readonly best: Managed
  readonly everManaged: boolean
}

/** What a proposed target asks for, held against what similar councils have done. */
export type Ambition = {
  readonly ok: true
  readonly standing: TargetStanding | null
  readonly years: number
  /** Improvement a year that it needs, positive is better; nought or less where it is met already. */
  readonly perYear: number
  /** In shares of the value a year rather than in the unit: for counts. */
  readonly relative: boolean
  /** The whole number of years over which neighbours are looked at. */
  readonly span: number
  /** Each neighbour that has figures so far apart, fastest first. */
  readonly paces: readonly NeighbourPace[]
  readonly managed: number
  /** Of those, how many began no worse than this council is now: from further behind it is easier. */
  readonly managedFromHere: number
  /** Of all such spans of all neighbours, how many were as fast. */
  readonly spans: { readonly managed: number; readonly of: number }
  readonly says: readonly string[]
}

export type NoAmbition = { readonly ok: false; readonly reason: string }

/**
 * Where the target stands among neighbours, the yearly improvement it needs, and how many neighbours ever managed that. Looked
 * at over the nearest whole number of years, so that a season is compared with the same season. Our own method: 'ever' takes the
 * best of many spans, so it says what is possible, not what is usual; the share of all spans says what is usual.
 */
export function ambitionOf(input: AmbitionInput): Ambition | NoAmbition {
  const { target, by, latest, goodDirection, unit } = input
  if (goodDirection !== 'high' && goodDirection !== 'low')
    return {
      ok: false,
      reason: 'Neither way is good for this measure, so no target is more ambitious than another.',
    }
  const fault = targetFault(target, unit)
  if (fault !== null) return { ok: false, reason: fault }
  const years = yearsBetween(latest.period.end, by.end)
  if (years <= 0)
    return {
      ok: false,
      reason: 'That date is not after the latest figure, so no time is left to improve in.',
    }
  const sign = goodDirection === 'high' ? 1 : -1
  const relative = unit === 'count'
  const perYear = improvementPerYear(latest.value, target, years, { sign, relative })
  if (perYear === null)
    return { ok: false, reason: 'From or to nought there is no yearly share to hold against other councils.' }
  const span = Math.max(1, Math.round(years))
  const pace = { years: span, sign, relative, breaks: input.breaks } as const
  const rates = input.neighbours.map((each) => ({ name: each.name, rates: managedRates(each, pace) }))
  const fastEnough = (rate: Managed) => rate.perYear >= perYear - 1e-9
  const paces = rates
    .flatMap(({ name, rates: [first, ...others] }) => {
      if (!first) return []
      const best = others.reduce((fastest, each) => (each.perYear > fastest.perYear ? each : fastest), first)
      return [{ name, best, everManaged: fastEnough(best) }]
    })
    .sort((a, b) => b.best.perYear - a.best.perYear)
  const all = rates.flatMap((each) => each.rates)
  const fromHere = (rate: Managed) => sign * (rate.from.value - latest.value) >= 0
  const found = {
    ok: true as const,
    standing: relative
      ? null
      : targetStanding(target, latest.value, valuesAt(input.neighbours, latest.period), goodDirection),
    years,
    perYear,
    relative,
    span,
    paces,
    managed: paces.filter(({ everManaged }) => everManaged).length,
    managedFromHere: rates.filter((each) => each.rates.some((rate) => fastEnough(rate) && fromHere(rate)))
      .length,
    spans: { managed: all.filter(fastEnough).length, of: all.length },
  }
  return { ...found, says: ambitionWords(input, found) }
}

export function yearsBetween(from: string, to: string): number {
  const { months, days } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'month' })
  return months / 12 + days / 365.25
}

function targetFault(target: number, unit: Unit): string | null {
  if (!Number.isFinite(target)) return 'A target is a number.'
  if (unit === 'percentage' && (target < 0 || target > 100)) return 'A percentage lies between 0 and 100.'
  return unit !== 'score' && target < 0 ? 'This cannot be below nought.' : null
}

const valuesAt = (neighbours: readonly NeighbourHistory[], { start, end }: Period): number[] =>
  neighbours.flatMap(({ observations }) => {
    const found = observations.find(
      ({ period, doubt }) => period.start === start && period.end === end && doubt === null,
    )
    return found && found.value !== null ? [found.value] : []
  })
