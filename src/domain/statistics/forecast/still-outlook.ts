import type { Outlook } from './outlook.ts'
import type { SeasonalProfile } from './seasonal-profile.ts'
import { TAIL_FREEDOM } from './tuning.ts'
import type { ForecastInput, UsableSeries } from './usable-series.ts'

/**
 * The outlook of a series that has never moved, or has only repeated one year exactly: the same again, without a spread.
 *
 * Method: last value, or that of the same season in the last year. The rule of succession stands in for the missing
 * spread where a probability is asked for. Units: those of the values.
 */
export function stillOutlook(input: ForecastInput, series: UsableSeries, season: SeasonalProfile): Outlook {
  const lag = season.strength > 0 ? input.frequency : 1
  const lastCycle = series.values.subarray(series.values.length - lag)
  const mean: number[] = []
  for (let h = 0; h < input.horizon; h++) mean.push(lastCycle[(series.missingAtEnd + h) % lag] as number)
  return {
    mean,
    deviation: new Array<number>(input.horizon).fill(0),
    growth: 0,
    drift: 0,
    stepsSkipped: series.missingAtEnd,
    freedom: TAIL_FREEDOM,
    lowerBound: input.lowerBound,
    upperBound: input.upperBound,
    wholeNumbers: input.wholeNumbers === true,
    points: series.observed,
  }
}
