import { samePeriod } from '../period.ts'
import { periodText } from '../period-text.ts'
import type { Unit } from '../quantity.ts'
import { type Combined, combine, refuse } from './combine.ts'
import { multiplierOf } from './combine-multiplier.ts'
import type { Observation } from './observation.ts'

export type PlaceFigure = { readonly area: string; readonly observation: Observation }
export type Place = { readonly code: string; readonly name: string }

/**
 * The value of a borough from those of its wards, for one period. Amounts add up; ratios are the sum of the numerators over
 * the sum of the denominators. Every ward of `places` must be there once. How the measure combines over time does not matter
 * here: a snapshot of one day still adds up over places.
 */
export function combinePlaces(
  figures: readonly PlaceFigure[],
  places: readonly Place[],
  unit: Unit,
): Combined {
  const [first] = figures
  if (!first) return refuse('there are no figures to combine')
  const stranger = figures.find(({ area }) => !places.some(({ code }) => code === area))
  if (stranger) return refuse(`${stranger.area} is not one of the places that make the whole`)
  const seen = Map.groupBy(figures, ({ area }) => area)
  const twice = places.find(({ code }) => (seen.get(code)?.length ?? 0) > 1)
  if (twice) return refuse(`${twice.name} is there twice`)
  const odd = figures.find(({ observation }) => !samePeriod(observation.period, first.observation.period))
  if (odd)
    return refuse(
      `${periodText(odd.observation.period)} and ${periodText(first.observation.period)} are not the same period`,
    )
  const missing = places.filter(({ code }) => (seen.get(code)?.[0]?.observation.value ?? null) === null)
  if (missing.length > 0)
    return refuse(
      `${places.length - missing.length} of ${places.length} places have a figure; missing: ${missing.map(({ name }) => name).join(', ')}`,
    )
  const multiplier = multiplierOf(unit)
  const observations = figures.map(({ observation }) => observation)
  return multiplier === null ? combine(observations, 'sum') : combine(observations, 'ratio', multiplier)
}
