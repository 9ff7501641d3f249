import type { GoodDirection } from '../measures/measure.ts'
import type { Observation } from '../measures/observation.ts'
import { quantityText, type Unit } from '../quantity.ts'
import { sideOfInterval } from '../statistics/benchmark-side.ts'
import { judgementOf } from '../statistics/judgement.ts'
import { intervalOf, type ValueInterval } from './interval-of.ts'

export type BenchmarkReading = {
  readonly judgement: 'better' | 'similar' | 'worse' | 'higher' | 'lower' | 'not-said'
  readonly against: 'England' | 'the region' | null
  /** The 95 % interval of the council's own figure; null where it cannot be drawn. */
  readonly interval: ValueInterval | null
  /** Empty where nothing is said. */
  readonly says: string
}

type BenchmarkInput = {
  readonly observation?: Observation | null
  readonly england: number | null
  readonly region: number | null
  readonly goodDirection: GoodDirection
  readonly unit: Unit
  readonly decimals: number
}

const words = {
  better: (than: string) => `Better than ${than}`,
  worse: (than: string) => `Worse than ${than}`,
  higher: (than: string) => `Higher than ${than}`,
  lower: (than: string) => `Lower than ${than}`,
  similar: (than: string) => `Not significantly different from ${than}`,
} as const

/** Similar when the 95 % interval of the council's figure holds the benchmark, whose own is far narrower and not used. */
export function againstBenchmark(input: BenchmarkInput): BenchmarkReading {
  const { observation, england, region, unit, decimals } = input
  const interval = observation ? intervalOf(observation, unit) : null
  const against = england !== null ? 'England' : region !== null ? 'the region' : null
  const side =
    interval && observation
      ? sideOfInterval(
          { value: observation.value, lower95: interval.lower, upper95: interval.upper },
          england ?? region,
        )
      : null
  const judged = judgementOf(side, input.goodDirection)
  if (judged === null || against === null || !interval || !(judged in words))
    return { judgement: 'not-said', against: null, interval, says: '' }
  const judgement = judged as keyof typeof words
  const range = `${quantityText(interval.lower, unit, decimals)} to ${quantityText(interval.upper, unit, decimals)}`
  return {
    judgement,
    against,
    interval,
    says: `${words[judgement](against)}, by the 95% confidence interval of the figure (${range}).`,
  }
}
