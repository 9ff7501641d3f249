import type { GoodDirection } from '../measures/measure.ts'
import {
  type BenchmarkSide,
  sideOfBothIntervals,
  sideOfFunnel,
  sideOfInterval,
  sideOfTwoIntervals,
  sideOfWholeInterval,
} from './benchmark-side.ts'
import { fingertipsCategories, fingertipsFifths } from './fingertips-categories.ts'
import {
  flagAt,
  type Line,
  numberAt,
  numberOr,
  numberOrNullAt,
  numbersOrNullsAt,
  sameLength,
  stop,
  wordAt,
} from './intervals-input.ts'
import { judgementOf } from './judgement.ts'
import { quantilesOf } from './quantiles-of.ts'
import { ranksWithTies } from './ranks-with-ties.ts'
import { type RecentTrend, recentTrend, type TrendPoint } from './recent-trend.ts'

const POLARITIES = { low_is_good: 'low', high_is_good: 'high', no_judgement: 'none' } as const
const POLARITY_WORDS = ['low_is_good', 'high_is_good', 'no_judgement'] as const

const TREND_METHODS = {
  weighted_slope_from_95_ci: 'weighted-slope',
  chi_square_trend_for_proportions: 'proportions',
} as const

const MARKERS: Readonly<Record<RecentTrend['marker'], string>> = {
  increasing: 'Increasing',
  decreasing: 'Decreasing',
  'no-change': 'NoChange',
  'cannot-be-calculated': 'CannotBeCalculated',
}

/** What Fingertips' services answer, so that its users recognise them. */
const TREND_MESSAGES: Readonly<Record<NonNullable<RecentTrend['reason']>, string>> = {
  'too-few-points': 'Not enough data points to calculate recent trend',
  'too-few-valid-points': 'Not enough data points with valid values to calculate recent trend',
  'no-uncertainty': 'The recent trend cannot be calculated',
}

/** The sections of `stats intervals` that set an area beside others or beside its own past. */
export const comparisonSections = {
  quantile(line: Line): object {
    const groups = numberAt(line, 'nquantiles')
    if (!Number.isInteger(groups) || groups < 1)
      stop(`nquantiles is ${groups}; give a whole number of 1 or more`)
    const first = flagAt(line, 'invert', true) ? 'highest' : 'lowest'
    return { quantile: quantilesOf(numbersOrNullsAt(line, 'values'), groups, first) }
  },

  benchmark_comparison(line: Line): object {
    const good: GoodDirection = POLARITIES[wordAt(line, 'polarity', POLARITY_WORDS)]
    const number = (field: string) => numberOrNullAt(line, field)
    const area = {
      value: number('value'),
      lower95: number('lower95'),
      upper95: number('upper95'),
      lower998: number('lower998'),
      upper998: number('upper998'),
    }
    const benchmark = number('benchmark_value')
    const benchmarkFigures = {
      value: benchmark,
      lower95: number('benchmark_lower95'),
      upper95: number('benchmark_upper95'),
    }
    const word = (side: BenchmarkSide) => capitalised(judgementOf(side, good))
    return {
      ci_overlap_95: word(sideOfInterval(area, benchmark)),
      ci_overlap_95_998: word(sideOfTwoIntervals(area, benchmark)),
      double_ci_overlap: word(sideOfBothIntervals(area, benchmarkFigures)),
      spc_for_proportions_z3_0902: word(
        sideOfFunnel(area.value, number('denominator'), benchmark, numberOr(line, 'multiplier', 100)),
      ),
      fingertips_next_ci_overlap: word(sideOfWholeInterval(area, benchmark)),
    }
  },

  fingertips_quantile(line: Line): object {
    const good: GoodDirection = POLARITIES[wordAt(line, 'polarity', POLARITY_WORDS)]
    const values = numbersOrNullsAt(line, 'values')
    const count = numberAt(line, 'categories')
    if (!Number.isInteger(count) || count < 2)
      stop(`categories is ${count}; give a whole number of 2 or more`)
    const { bounds, categories } = fingertipsCategories(values, count, good)
    const fifths = count === 5 ? fingertipsFifths(values, good) : null
    const ranks = ranksWithTies(values, 'lowest').filter((rank) => rank !== null)
    return {
      legacy_category: categories,
      legacy_bounds: bounds,
      legacy_error: false,
      next_ntile5: fifths?.map((each) => each?.fifth ?? null) ?? null,
      next_label: fifths?.map((each) => each?.label ?? null) ?? null,
      has_ties: new Set(ranks).size < ranks.length,
    }
  },

  /** The marker is what Fingertips prints unless peer_behaviour is false; `direction` is always the true one. */
  recent_trend(line: Line): object {
    const method =
      TREND_METHODS[wordAt(line, 'method', ['weighted_slope_from_95_ci', 'chi_square_trend_for_proportions'])]
    const points = trendPoints(line)
    const isPeer = flagAt(line, 'peer_behaviour', true)
    const { marker, chiSquare, significant, reason } = recentTrend(points, method, isPeer)
    return {
      marker: MARKERS[marker],
      chi_square: chiSquare,
      significant,
      message: reason === null ? '' : TREND_MESSAGES[reason],
      direction: MARKERS[recentTrend(points, method).marker],
    }
  },
}

function trendPoints(line: Line): TrendPoint[] {
  const list = (field: string, length: number) =>
    line[field] === undefined ? Array<null>(length).fill(null) : numbersOrNullsAt(line, field)
  const values = numbersOrNullsAt(line, 'values')
  const lower95 = list('lower95', values.length)
  const upper95 = list('upper95', values.length)
  const counts = list('counts', values.length)
  const denominators = list('denominators', values.length)
  sameLength({ values, lower95, upper95, counts, denominators })
  return values.map((value, i) => ({
    value,
    lower95: lower95[i] ?? null,
    upper95: upper95[i] ?? null,
    count: counts[i] ?? null,
    denominator: denominators[i] ?? null,
  }))
}

function capitalised(word: string | null): string | null {
  return word === null ? null : `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
