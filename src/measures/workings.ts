import { leastNeighbours } from '../domain/evaluation/comparison.ts'
import type { Evaluation } from '../domain/evaluation/evaluation.ts'
import { samePeriod } from '../domain/period.ts'
import { CHART_POINTS, ESTABLISHED_POINTS } from '../domain/statistics/limits-standing.ts'
import { TREND_POINTS } from '../domain/statistics/recent-trend.ts'
import { LIMIT_FACTOR } from '../domain/statistics/xmr-limits.ts'

export type Working = {
  readonly term: string
  readonly says: readonly string[]
  readonly rule: string | null
}

const standings = {
  'too-few': 'not drawn',
  trial: 'trial limits',
  established: 'established limits',
} as const

/** How each word about a measure was reached: what was found, and the rule with the constants that the program uses. */
export function workings(evaluation: Evaluation, text: (value: number) => string): readonly Working[] {
  const { rag, variation, assurance, overYear, fromPrevious, recentTrend, comparison, outlook, dataQuality } =
    evaluation
  const step = (term: string, says: readonly string[], rule: string | null): Working => ({
    term,
    says: says.filter((sentence) => sentence !== ''),
    rule,
  })
  // For yearly figures the period before is the year before.
  const isSameStep =
    overYear.against !== null &&
    fromPrevious.against !== null &&
    samePeriod(overYear.against, fromPrevious.against)
  return [
    step(
      'Against target',
      [rag.says],
      'Green at the target or better, amber short of it by no more than the tolerance, red when worse; red whatever the tolerance when worse than a minimum standard.',
    ),
    step(
      'Real change',
      [variation.says, limitsText(evaluation, text)],
      `XmR chart. The usual range is the average ± ${LIMIT_FACTOR} × the average step between one figure and the next. A real change is a figure outside it, seven in a row on one side of the average, seven in a row rising or falling, or two of three in the outer third of the range. Below ${CHART_POINTS} figures nothing is said; below ${ESTABLISHED_POINTS} only with care.`,
    ),
    step(
      'Meeting the target',
      [assurance.says],
      'The usual range is held against the target: all of it on the good side, all on the bad side, or across it.',
    ),
    step(
      'Over a year',
      [overYear.says, isSameStep ? '' : fromPrevious.says],
      'The same period a year earlier, so that the season is the same; never across a change of definition.',
    ),
    step(
      'Five-year trend',
      [recentTrend.says],
      `Fingertips’ rule: the slope of the latest ${TREND_POINTS} yearly figures, each weighed by its own uncertainty.`,
    ),
    step(
      'Similar councils',
      [comparison.says],
      `Rank by value at the same period, ties sharing the better place. Best or worst quarter: the first or last fourth of the ranks. At least ${leastNeighbours} similar councils must have a figure.`,
    ),
    step(
      'Outlook',
      [outlook.says, outlook.method === null ? '' : `Method: ${outlook.method}.`],
      'Plain methods, combined by how well each foretold this series when it knew only the past. Ranges of 8 in 10 and 19 in 20 come from those errors.',
    ),
    step(
      'The figures',
      [dataQuality.says],
      'Figures in doubt are shown and never used; a revision keeps the figure before it.',
    ),
  ]
}

function limitsText(
  { variation: { limits, standing, segments } }: Evaluation,
  text: (value: number) => string,
): string {
  if (limits === null) return ''
  const from = segments.at(-1)?.values ?? 0
  return `Average ${text(limits.mean)}, usual range ${text(limits.lower)} to ${text(limits.upper)} (${standings[standing]}, from ${from} figures).`
}
