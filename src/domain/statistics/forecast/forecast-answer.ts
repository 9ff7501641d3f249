import type { Refused } from '../refused.ts'
import { refused } from '../refused.ts'
import { show } from '../show-input.ts'
import { forecast } from './forecast.ts'
import type { ForecastInput, Frequency } from './usable-series.ts'

/**
 * Answers one parsed line of `stats forecast`: the next values with their intervals.
 *
 * Never throws for bad input: the answer is then { id, status: 'error', message }, naming the series and the reason.
 * Units: those of `train`. Fewer than five values: an error that says so.
 */
export function forecastAnswer(input: unknown): object {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return failure(null, 'a line must be one JSON object with frequency, horizon and train')
  }
  const line = input as Readonly<Record<string, unknown>>
  const id = line.id ?? null
  const request = requestOf(line)
  if ('reason' in request) return failure(id, request.reason)
  const result = forecast(request)
  if (!result.ok) return failure(id, result.reason)
  const { method, mean, lo80, hi80, lo95, hi95, note } = result
  return { id, method, mean, lo80, hi80, lo95, hi95, ...(note === '' ? {} : { note }) }
}

function requestOf(line: Readonly<Record<string, unknown>>): ForecastInput | Refused {
  const { frequency, horizon, train } = line
  if (frequency !== 12 && frequency !== 4 && frequency !== 1) {
    return refused(`frequency is ${show(frequency)}; use 12, 4 or 1`)
  }
  if (typeof horizon !== 'number')
    return refused(`horizon is ${show(horizon)}; give a whole number of periods`)
  if (!Array.isArray(train))
    return refused('train must be a list of numbers, or null where a value is missing')
  const wrong = train.findIndex((value) => value !== null && typeof value !== 'number')
  if (wrong >= 0) return refused(`value ${wrong + 1} is ${show(train[wrong])}; a value is a number, or null`)
  const lowerBound = line.lower_bound ?? null
  const upperBound = line.upper_bound ?? null
  if (!isBound(lowerBound) || !isBound(upperBound))
    return refused('a bound is a finite number, or null for none')
  const wholeNumbers = line.whole_numbers ?? false
  if (typeof wholeNumbers !== 'boolean') return refused('whole_numbers is true or false')
  return { frequency: frequency as Frequency, horizon, values: train, lowerBound, upperBound, wholeNumbers }
}

function isBound(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && Number.isFinite(value))
}

function failure(id: unknown, reason: string): object {
  const name = id === null ? 'A series without an id' : `Series ${show(id)}`
  return { id, status: 'error', message: `${name}: ${reason}.` }
}
