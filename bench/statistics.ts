import { assuranceOf } from '#src/domain/statistics/assurance.ts'
import { byarIntervals } from '#src/domain/statistics/byar-interval.ts'
import { emptyIntervals } from '#src/domain/statistics/interval.ts'
import { variationOf } from '#src/domain/statistics/variation.ts'
import { wilsonIntervals } from '#src/domain/statistics/wilson-interval.ts'
import { xmr, xmrWorkspace } from '#src/domain/statistics/xmr.ts'

// Run with: node bench/statistics.ts
//
// Each method is timed side by side with a plain loop that sums the same arrays, at 1 ×, 4 × and 16 × the size. The peers'
// seconds were measured once and are not run here: R 4.2.2 on Debian 12, 2 virtual cores of an Intel Xeon, November 2026,
// medians of three warm runs on one thread; inputs as below. Set one against the other only as an order of magnitude.
const PEER_SECONDS = {
  spcOneCall: 2.816, // NHSRplotthedots 0.2.2, ptd_spc() on 1,000 series in one table
  spcSeparateCalls: 53.156, // the same, one call a series
  wilson: 0.015, // PHEindicatormethods 2.1.0, phe_proportion() on 100,000 rows
  byar: 0.178, // phe_rate() on 100,000 rows
}

const SERIES = 1000
const POINTS = 40
const ROWS = 100_000
const SIZES = [1, 4, 16] as const
const ROUNDS = 41
const WARM_UPS = 60

interface Figure {
  readonly what: string
  readonly size: number
  readonly ms: number
  readonly loopMs: number
}

/** A small reproducible generator (Park & Miller, 1988), so that two runs time the same work. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next())
}

let sink = 0

/** The plain loop: one addition a number, one array after another. */
function sumAll(arrays: readonly Float64Array[]): void {
  let total = 0
  for (const array of arrays) for (let i = 0; i < array.length; i++) total += array[i] as number
  sink += total
}

function median(run: () => void): number {
  for (let i = 0; i < WARM_UPS; i++) run()
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now()
    run()
    return performance.now() - from
  })
  times.sort((a, b) => a - b)
  return times[ROUNDS >> 1] as number
}

function spcFigures(): Figure[] {
  return SIZES.map((size) => {
    const next = generator(1)
    const series = Array.from({ length: SERIES * size }, () =>
      Float64Array.from({ length: POINTS }, () => Math.round((50 + 6 * normal(next)) * 100) / 100),
    )
    const settings = {
      screening: 'always',
      baselinePoints: Number.POSITIVE_INFINITY,
      peerBehaviour: false,
    } as const
    const workspace = xmrWorkspace(POINTS)
    const judge = () => {
      for (const values of series) {
        const { limits, causes } = xmr(values, settings, undefined, workspace)
        const [group] = limits
        if (group === undefined) continue
        if (variationOf(causes[POINTS - 1] as number, 'high') === 'concern') sink++
        if (assuranceOf(group, 55, 'high') === 'inconsistent') sink++
      }
    }
    return {
      what: 'XmR: limits, rules, variation, assurance',
      size,
      ms: median(judge),
      loopMs: median(() => sumAll(series)),
    }
  })
}

function intervalFigures(): Figure[] {
  return SIZES.flatMap((size) => {
    const next = generator(2)
    const denominators = Float64Array.from({ length: ROWS * size }, () => 50 + Math.floor(next() * 99_951))
    const numerators = denominators.map((n) => {
      const x = Math.round(n * 0.3 + Math.sqrt(n * 0.21) * normal(next))
      return Math.min(n, Math.max(0, x))
    })
    const small = denominators.map(() => Math.floor(next() * 20))
    const into = emptyIntervals(denominators.length)
    const loopMs = median(() => sumAll([numerators, denominators]))
    const timed = (what: string, run: () => { upper: Float64Array }) => {
      const ms = median(() => {
        sink += run().upper[0] as number
      })
      return { what, size, ms, loopMs }
    }
    return [
      timed('Wilson', () => wilsonIntervals(numerators, denominators, {}, into)),
      timed('Byar', () => byarIntervals(numerators, denominators, {}, into)),
      timed('Byar, half of them exact', () => byarIntervals(small, denominators, {}, into)),
    ]
  })
}

function print(figures: readonly Figure[]): void {
  for (const { what, size, ms, loopMs } of figures) {
    const columns = [what.padEnd(42), `${size} ×`.padStart(5), `${ms.toFixed(3)} ms`.padStart(12)]
    console.log(
      `${columns.join(' ')}   ${(ms / loopMs).toFixed(1).padStart(6)} × a loop that sums (${loopMs.toFixed(3)} ms)`,
    )
  }
}

const figures = [...spcFigures(), ...intervalFigures()]
figures.sort((a, b) => a.what.localeCompare(b.what) || a.size - b.size)
console.log(`1 × is ${SERIES} series of ${POINTS} points, or ${ROWS} rows; medians of ${ROUNDS} warm runs`)
print(figures)

const beside = (peer: string, seconds: number, what: string) => {
  const ms = figures.find((figure) => figure.what === what && figure.size === 1)?.ms ?? Number.NaN
  console.log(`${what.padEnd(42)} 1 / ${((seconds * 1000) / ms).toFixed(0)} of ${peer} (${seconds} s)`)
}
console.log('\nbeside the peers')
beside('R ptd_spc, one call', PEER_SECONDS.spcOneCall, 'XmR: limits, rules, variation, assurance')
beside('R ptd_spc, separate calls', PEER_SECONDS.spcSeparateCalls, 'XmR: limits, rules, variation, assurance')
beside('R phe_proportion', PEER_SECONDS.wilson, 'Wilson')
beside('R phe_rate', PEER_SECONDS.byar, 'Byar')
if (Number.isNaN(sink)) console.log('nothing was computed')
