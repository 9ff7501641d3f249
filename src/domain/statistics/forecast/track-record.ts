import { type Refused, refused } from '../refused.ts'
import { type Calibration, calibration, type Saying } from './calibration.ts'
import { forecast } from './forecast.ts'
import { type Aim, probabilityAtOrBetter } from './probability-at-or-better.ts'
import { seasonalStep } from './seasonal-step.ts'
import { FEWEST_POINTS } from './tuning.ts'
import type { ForecastInput } from './usable-series.ts'

/** Fewer past forecasts than these are an anecdote, not a record. */
const FEWEST_ORIGINS = 3
/** Only so many of the latest origins are replayed. */
const MOST_ORIGINS = 60

export interface TrackRecord {
  readonly ok: true
  readonly origins: number
  /** Forecasts that could be compared with what came: origins × steps. */
  readonly forecasts: number
  /** Share of them inside the 80 % and the 95 % interval, 0 to 1. */
  readonly coverage80: number
  readonly coverage95: number
  /** Mean absolute scaled error, and that of repeating the last value; null when the series never moved before. */
  readonly mase: number | null
  readonly maseOfLastValue: number | null
  readonly calibration: readonly Calibration[]
}

/**
 * How this forecaster would have done on this very series: it is asked again at each past point, knowing only what was
 * known then, and compared with what came.
 *
 * Method: rolling origins (Tashman, 2000, International Journal of Forecasting 16, 437–450); mean absolute scaled error
 * (Hyndman & Koehler, 2006, the same journal 22, 679–688); calibration by groups of stated probability. What it says is
 * that the aim is met or, without one, that the value is at or above the last one known. Errors of neighbouring origins
 * overlap, so a record of n forecasts tells less than n independent ones. Units: shares 0 to 1. Fewer than eight usable
 * values: refused.
 */
export function trackRecord(input: ForecastInput, aim?: Aim): TrackRecord | Refused {
  const { values, frequency } = input
  const whole = forecast(input)
  if (!whole.ok) return whole
  const errors: number[] = []
  const lastErrors: number[] = []
  const sayings: Saying[] = []
  const tally = { origins: 0, forecasts: 0, in80: 0, in95: 0 }
  for (let end = Math.max(FEWEST_POINTS, values.length - MOST_ORIGINS); end < values.length; end++) {
    const past = values.slice(0, end)
    const last = past[end - 1]
    if (last === null || last === undefined) continue
    const then = forecast({ ...input, values: past })
    if (!then.ok) continue
    const scale = seasonalStep(past, frequency)
    let compared = 0
    for (let step = 0; step < input.horizon && end + step < values.length; step++) {
      const came = values[end + step]
      if (came === null || came === undefined) continue
      compared++
      const within = (low: readonly number[], high: readonly number[]) =>
        came >= (low[step] as number) && came <= (high[step] as number) ? 1 : 0
      tally.in80 += within(then.lo80, then.hi80)
      tally.in95 += within(then.lo95, then.hi95)
      if (scale > 0) {
        errors.push(Math.abs(came - (then.mean[step] as number)) / scale)
        lastErrors.push(Math.abs(came - last) / scale)
      }
      const claim: Aim = aim ?? { good: 'high', target: last }
      const said = probabilityAtOrBetter(then.outlook, { kind: 'latest', steps: step + 1 }, claim)
      if (said.ok) sayings.push({ said: said.probability, happened: isMet(claim, came) })
    }
    tally.forecasts += compared
    if (compared > 0) tally.origins++
  }
  if (tally.origins < FEWEST_ORIGINS) {
    return refused(
      `only ${tally.origins} past forecasts to compare; a record needs at least ${FEWEST_ORIGINS}`,
    )
  }
  return {
    ok: true,
    origins: tally.origins,
    forecasts: tally.forecasts,
    coverage80: tally.in80 / tally.forecasts,
    coverage95: tally.in95 / tally.forecasts,
    mase: meanOrNull(errors),
    maseOfLastValue: meanOrNull(lastErrors),
    calibration: calibration(sayings),
  }
}

function isMet(aim: Aim, value: number): boolean {
  if (aim.good === 'range') return value >= aim.from && value <= aim.to
  return aim.good === 'high' ? value >= aim.target : value <= aim.target
}

function meanOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
