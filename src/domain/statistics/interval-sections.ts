import { byarInterval } from './byar-interval.ts'
import { CONFIDENCE_95, CONFIDENCE_998 } from './confidence.ts'
import { directlyStandardisedRate, FEWEST_EVENTS } from './directly-standardised-rate.ts'
import { indirectlyStandardisedRatio } from './indirectly-standardised-ratio.ts'
import type { Interval, IntervalOptions } from './interval.ts'
import {
  accepted,
  type Line,
  numberAt,
  numberOr,
  numbersAt,
  numbersOrNullsAt,
  sameLength,
} from './intervals-input.ts'
import { meanInterval } from './mean-interval.ts'
import type { Refused } from './refused.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** The names PHEindicatormethods 2.1.0 prints for its methods. */
const METHOD_NAMES: Readonly<Record<Interval['method'], string>> = {
  wilson: 'Wilson',
  byar: 'Byars',
  'exact-poisson': 'Exact',
  'student-t': "Student's t-distribution",
}

interface Limits {
  readonly lower: number | null
  readonly upper: number | null
}

/** The sections of `stats intervals` that give a value with its limits: at 95 %, at 99.8 % and at the level asked for. */
export const intervalSections = {
  proportion(line: Line): object {
    const [numerator, denominator] = [numberAt(line, 'numerator'), numberAt(line, 'denominator')]
    const multiplier = numberOr(line, 'multiplier', 1)
    return valueWithLimits(line, (confidence) =>
      wilsonInterval(numerator, denominator, { confidence, multiplier }),
    )
  },

  rate(line: Line): object {
    const [numerator, denominator] = [numberAt(line, 'numerator'), numberAt(line, 'denominator')]
    const multiplier = numberOr(line, 'multiplier', 100_000)
    return valueWithLimits(line, (confidence) =>
      byarInterval(numerator, denominator, { confidence, multiplier }),
    )
  },

  mean(line: Line): object {
    const values = numbersAt(line, 'values')
    const { sum, count, deviation } = accepted(meanInterval(values))
    return {
      sum,
      count,
      stdev: deviation,
      ...valueWithLimits(line, (confidence) => meanInterval(values, confidence)),
    }
  },

  dsr(line: Line): object {
    const events = numbersOrNullsAt(line, 'events')
    const population = numbersAt(line, 'population')
    const standard = numbersAt(line, 'standard_population')
    sameLength({ events, population, standard_population: standard })
    const bands = events.map((count, i) => ({
      events: count,
      population: population[i] ?? 0,
      standard: standard[i] ?? 0,
    }))
    const multiplier = numberOr(line, 'multiplier', 100_000)
    const rate = (confidence: number) => accepted(directlyStandardisedRate(bands, { confidence, multiplier }))
    const whole = rate(CONFIDENCE_95)
    return {
      total_count: whole.events,
      total_pop: whole.population,
      value: whole.value,
      ...limitsAt(line, rate),
      statistic: whole.value === null ? `dsr NA for total count < ${FEWEST_EVENTS}` : `dsr per ${multiplier}`,
      method: 'Dobson',
    }
  },

  isratio(line: Line): object {
    const events = numbersOrNullsAt(line, 'events')
    const population = numbersAt(line, 'population')
    const referenceEvents = numbersAt(line, 'ref_events')
    const referencePopulation = numbersAt(line, 'ref_population')
    sameLength({ events, population, ref_events: referenceEvents, ref_population: referencePopulation })
    const bands = events.map((count, i) => ({
      events: count,
      population: population[i] ?? 0,
      referenceEvents: referenceEvents[i] ?? 0,
      referencePopulation: referencePopulation[i] ?? 0,
    }))
    const multiplier = numberOr(line, 'refvalue', 1)
    const ratio = (options: IntervalOptions) =>
      accepted(indirectlyStandardisedRatio(bands, { ...options, multiplier }))
    const { observed, expected } = ratio({})
    return { observed, expected, ...valueWithLimits(line, (confidence) => ratio({ confidence })) }
  },
}

function valueWithLimits(line: Line, interval: (confidence: number) => Interval | Refused): object {
  const { value, method } = accepted(interval(CONFIDENCE_95))
  return {
    value,
    ...limitsAt(line, (confidence) => accepted(interval(confidence))),
    method: METHOD_NAMES[method],
  }
}

function limitsAt(line: Line, limits: (confidence: number) => Limits): object {
  const at95 = limits(CONFIDENCE_95)
  const at998 = limits(CONFIDENCE_998)
  const asked = limits(numberOr(line, 'confidence', CONFIDENCE_95))
  return {
    lower95: at95.lower,
    upper95: at95.upper,
    lower998: at998.lower,
    upper998: at998.upper,
    lower: asked.lower,
    upper: asked.upper,
  }
}
