import type { Aim } from '../statistics/forecast/probability-at-or-better.ts'
import { trackRecord } from '../statistics/forecast/track-record.ts'
import type { ForecastInput } from '../statistics/forecast/usable-series.ts'
import { oddsText } from './likelihood.ts'
import type { TrackRecordReading } from './readings.ts'
import { type PerYear, periodNouns } from './timeline.ts'

/** Past sayings alike to the present one, fewer than which prove nothing. */
const fewestAlike = 5

/** Past forecasts fewer than which are an anecdote. */
const fewestForecasts = 10

/** How the forecaster would have done on this series, in a sentence; null where its past is too short for a record. */
export function trackRecordOf(
  asked: ForecastInput,
  aim: Aim | null,
  probability: number | null,
  perYear: PerYear,
): TrackRecordReading | null {
  const record = aim ? trackRecord(asked, aim) : trackRecord(asked)
  if (!record.ok || record.forecasts < fewestForecasts) return null
  const { forecasts, coverage80, coverage95, mase, maseOfLastValue, origins } = record
  const inside = Math.round(coverage80 * forecasts)
  const besideLastValue = mase !== null && maseOfLastValue ? mase / maseOfLastValue : null
  const alike = record.calibration.find(
    ({ from, to }) => probability !== null && probability >= from && (probability < to || to === 1),
  )
  const called =
    probability !== null && alike && alike.count >= fewestAlike
      ? ` When it said ${oddsText(alike.said)}, it came so ${Math.round(alike.happened * alike.count)} times of ${alike.count}.`
      : ''
  const beside =
    besideLastValue === null
      ? ''
      : `, and its error was ${besideLastValue.toFixed(2)} of that of repeating the last value`
  return {
    forecasts,
    inside80: coverage80,
    inside95: coverage95,
    besideLastValue,
    says: `Asked at ${origins} past ${periodNouns[perYear].many} of this series, it would have had ${inside} of ${forecasts} figures within the range it gives eight times in ten${beside}.${called}`,
  }
}
