import { readFileSync } from 'node:fs'
import { forecast } from '#src/domain/statistics/forecast/forecast.ts'
import type { ForecastInput, Frequency } from '#src/domain/statistics/forecast/usable-series.ts'

/**
 * Accuracy and speed of the forecaster.
 *
 *   node bench/forecast.ts [CASES.json]
 *
 * CASES.json holds { cases: [{ id, frequency, lower_bound, upper_bound, horizon, train, future, mase_scale, … }] }; a case
 * may bring `final.<method>.accuracy` of peers, printed beside ours. Without a file the shipped open cases are used.
 */
interface Accuracy {
  readonly n: number
  readonly mase: number | null
  readonly msis95: number | null
  readonly coverage80: number | null
  readonly coverage95: number | null
}
interface Case {
  readonly id: string
  readonly frequency: Frequency
  readonly lower_bound: number | null
  readonly upper_bound: number | null
  readonly horizon: number
  readonly train: readonly (number | null)[]
  readonly future: readonly number[]
  readonly mase_scale: number | null
  readonly final?: Readonly<Record<string, { readonly accuracy?: Accuracy }>>
}

const file = process.argv[2] ?? new URL('../test/reference/forecast-open.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Case[] }
printAccuracy()
printSpeed()

function printAccuracy(): void {
  const own = new Map(cases.map((one) => [one.id, accuracyOf(one)]))
  const peers = ['ets_auto', 'theta', 'snaive'].filter((name) =>
    cases.some((one) => one.final?.[name]?.accuracy),
  )
  const subsets: [string, (one: Case, place: number) => boolean][] = [
    ['all', () => true],
    ['monthly', (one) => one.frequency === 12],
    ['quarterly', (one) => one.frequency === 4],
    ['up to 16 points', (one) => one.train.length <= 16],
    ['17 to 30 points', (one) => one.train.length > 16 && one.train.length <= 30],
    ['over 30 points', (one) => one.train.length > 30],
    ['percentages', (one) => one.upper_bound !== null],
    ['simulated', (one) => one.id.startsWith('sim-')],
    ['real', (one) => !one.id.startsWith('sim-')],
    ['1st, 3rd, 5th …', (_, place) => place % 2 === 0],
    ['2nd, 4th, 6th …', (_, place) => place % 2 === 1],
  ]
  console.log(`${'subset'.padEnd(17)} ${'method'.padEnd(12)} cases   MASE  MSIS95  in 80 %  in 95 %`)
  for (const [name, belongs] of subsets) {
    const chosen = cases.filter(belongs)
    if (chosen.length === 0) continue
    printRow(
      name,
      'ours',
      chosen.map((one) => own.get(one.id)),
    )
    for (const peer of peers) {
      printRow(
        name,
        peer,
        chosen.map((one) => one.final?.[peer]?.accuracy),
      )
    }
  }
}

function accuracyOf({
  id,
  frequency,
  lower_bound,
  upper_bound,
  horizon,
  train,
  future,
  mase_scale,
}: Case): Accuracy {
  const input: ForecastInput = {
    frequency,
    horizon,
    values: train,
    lowerBound: lower_bound,
    upperBound: upper_bound,
  }
  const result = forecast(input)
  if (!result.ok) throw new Error(`${id}: ${result.reason}`)
  let error = 0
  let interval = 0
  let inside80 = 0
  let inside95 = 0
  for (let h = 0; h < horizon; h++) {
    const came = future[h] as number
    const low = result.lo95[h] as number
    const high = result.hi95[h] as number
    // A forecast of a constant may differ from it in the last binary digit.
    const slack = 1e-9 * (1 + Math.abs(came))
    error += Math.abs(came - (result.mean[h] as number))
    interval += high - low + 40 * Math.max(0, low - came, came - high)
    if (came >= (result.lo80[h] as number) - slack && came <= (result.hi80[h] as number) + slack) inside80++
    if (came >= low - slack && came <= high + slack) inside95++
  }
  const scaled = (sum: number) =>
    mase_scale === null || mase_scale === 0 ? null : sum / horizon / mase_scale
  return {
    n: horizon,
    mase: scaled(error),
    msis95: scaled(interval),
    coverage80: inside80 / horizon,
    coverage95: inside95 / horizon,
  }
}

function printRow(subset: string, method: string, found: readonly (Accuracy | undefined)[]): void {
  const known = found.filter((one) => one !== undefined)
  const mean = (field: 'mase' | 'msis95') => {
    const values = known.map((one) => one[field]).filter((value) => value !== null && value !== undefined)
    return values.reduce((sum, value) => sum + value, 0) / values.length
  }
  const pooled = (field: 'coverage80' | 'coverage95') => {
    const those = known.filter((one) => typeof one[field] === 'number')
    const inside = those.reduce((sum, one) => sum + (one[field] as number) * one.n, 0)
    return inside / those.reduce((sum, one) => sum + one.n, 0)
  }
  const cells = [
    String(known.length).padStart(5),
    mean('mase').toFixed(3).padStart(7),
    mean('msis95').toFixed(2).padStart(7),
    pooled('coverage80').toFixed(3).padStart(8),
    pooled('coverage95').toFixed(3).padStart(8),
  ]
  console.log(`${subset.padEnd(17)} ${method.padEnd(12)} ${cells.join(' ')}`)
}

function printSpeed(): void {
  console.log('\nspeed, warm, median of 7; beside it a plain loop that only sums the same arrays')
  for (const times of [1, 4, 16]) {
    const inputs = speedInputs(250 * times)
    const ours = median(() => {
      for (const input of inputs) forecast(input)
    })
    let total = 0
    const loop = median(() => {
      for (const { values } of inputs) for (const value of values) total += value ?? 0
    })
    if (!Number.isFinite(total)) throw new Error('the plain loop lost its sum')
    const count = `${inputs.length} series (half 48 months → 12, half 32 quarters → 8)`
    console.log(
      `${count}: ${ours.toFixed(1)} ms, ${((1000 * ours) / inputs.length).toFixed(1)} µs each; loop ${loop.toFixed(3)} ms`,
    )
  }
  console.log(
    'for scale: R forecast 8.20 took 1,694 ms (thetaf) and 139,183 ms (ets) for 500 M3 series of these sizes,',
  )
  console.log('measured once on 2 virtual cores; run them beside this where R is at hand')
}

function speedInputs(each: number): ForecastInput[] {
  let state = 20260401
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return Array.from({ length: 2 * each }, (_, i): ForecastInput => {
    const frequency = i % 2 === 0 ? 12 : 4
    const season = Array.from({ length: frequency }, () => uniform() * 20)
    let level = 100 + 100 * uniform()
    const values = Array.from({ length: frequency === 12 ? 48 : 32 }, (_, t) => {
      level += uniform() * 4 - 2
      return level + (season[t % frequency] as number) + uniform() * 10
    })
    return { frequency, horizon: frequency === 12 ? 12 : 8, values, lowerBound: 0, upperBound: null }
  })
}

function median(run: () => void): number {
  for (let i = 0; i < 3; i++) run()
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[3] as number
}
