import type { Refused } from '../refused.ts'
import { candidateStates } from './candidates.ts'
import { combination, combinedForecast } from './combination.ts'
import { errorSpread } from './error-spread.ts'
import { leadWeights } from './lead-weights.ts'
import { methodName, plainReason } from './method-name.ts'
import { type Outlook, outlookLimit, Z80, Z95 } from './outlook.ts'
import { rollingOriginLoss } from './rolling-origin-loss.ts'
import { seasonalProfile } from './seasonal-profile.ts'
import { seasoned } from './seasoned.ts'
import { standardise } from './standardise.ts'
import { stillOutlook } from './still-outlook.ts'
import { TAIL_FREEDOM, TAIL_FREEDOM_PER_POINT, WIDENING, WIDENING_FEW_POINTS } from './tuning.ts'
import { type ForecastInput, usableSeries } from './usable-series.ts'

export interface Forecast {
  readonly ok: true
  /** The parts that made it, in words: 'damped trend and recent level, with season'. */
  readonly method: string
  /** One for each period of the horizon, in the units of the values. */
  readonly mean: readonly number[]
  readonly lo80: readonly number[]
  readonly hi80: readonly number[]
  readonly lo95: readonly number[]
  readonly hi95: readonly number[]
  /** What a reader should know before believing it; empty when there is nothing to say. */
  readonly note: string
  /** Points used, gaps not counted. */
  readonly points: number
  /** What probabilities and other quantiles are computed from. */
  readonly outlook: Outlook
}

/**
 * The next `horizon` values of a monthly, quarterly or annual series, with 80 % and 95 % intervals.
 *
 * Method: the season is taken out as far as the years agree about it; levels, drifts and damped trends are run along the
 * rest and combined by their rolling-origin error; intervals come from the combination's own rolling-origin errors.
 * How it was tuned and measured: docs/FORECASTING.md. Units: those of the values. Fewer than five usable values, or a
 * series that contradicts its bounds: refused with the reason. Short or erratic series: levels only, and the note says so.
 */
export function forecast(input: ForecastInput): Forecast | Refused {
  const series = usableSeries(input)
  if (!series.ok) return series
  const { values } = series
  const period = input.frequency
  const season = seasonalProfile(values, period)
  const deseasoned = values.map((value, t) => {
    const index = season.index[t % period] as number
    return season.multiplies ? value / Math.exp(index) : value - index
  })
  const plain = plainReason(values, deseasoned)
  const { centre, scale } = standardise(deseasoned)
  if (scale === 0) {
    const still = stillOutlook(input, series, season)
    const name = season.strength > 0 ? 'repeated season' : 'last value'
    const note = `it has moved by no more than that in ${series.observed} points, so nothing tells how far it could`
    return answer(still, name, [...series.notes, note])
  }
  const ahead = input.horizon + series.missingAtEnd
  const leads = leadWeights(ahead)
  const states = candidateStates(deseasoned)
  const loss = rollingOriginLoss(deseasoned, states, ahead, leads)
  const combined = combination(states, loss, values.length, plain !== '')
  const spread = errorSpread(deseasoned, combined, ahead, leads)
  const size = values.length
  // Indices were fitted to the same points the errors come from, which makes the errors look smaller than they are.
  const seasonFreedom = size / Math.max(size / 3, size - season.strength * (period - 1))
  // Filled gaps have hardly any error of their own.
  const gapShare = size / series.observed
  const freedom = Math.max(1, size - 2)
  const widening = WIDENING * (1 + WIDENING_FEW_POINTS / freedom)
  const first = spread.first * seasonFreedom * gapShare * (widening * scale) ** 2
  const mean: number[] = []
  const deviation: number[] = []
  const lower = input.lowerBound ?? Number.NEGATIVE_INFINITY
  const upper = input.upperBound ?? Number.POSITIVE_INFINITY
  for (let h = series.missingAtEnd + 1; h <= ahead; h++) {
    const level = centre + scale * combinedForecast(combined, leads, size - 1, h)
    const variance = first * (1 + spread.growth * (h - 1) + spread.drift * (h - 1) ** 2)
    const future = seasoned(level, variance, season, (size + h - 1) % period)
    mean.push(Math.min(upper, Math.max(lower, future.value)))
    deviation.push(future.deviation)
  }
  const outlook: Outlook = {
    mean,
    deviation,
    growth: spread.growth,
    drift: spread.drift,
    stepsSkipped: series.missingAtEnd,
    freedom: TAIL_FREEDOM + TAIL_FREEDOM_PER_POINT * freedom,
    lowerBound: input.lowerBound,
    upperBound: input.upperBound,
    wholeNumbers: input.wholeNumbers === true,
    points: series.observed,
  }
  return answer(outlook, methodName(combined, season), [...series.notes, plain])
}

function answer(outlook: Outlook, method: string, notes: readonly string[]): Forecast {
  const limits = (z: number) => outlook.mean.map((_, step) => outlookLimit(outlook, step, z))
  return {
    ok: true,
    method,
    mean: outlook.mean,
    lo80: limits(-Z80),
    hi80: limits(Z80),
    lo95: limits(-Z95),
    hi95: limits(Z95),
    note: notes.filter((note) => note !== '').join('; '),
    points: outlook.points,
    outlook,
  }
}
