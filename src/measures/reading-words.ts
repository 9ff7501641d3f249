import type { Evaluation } from '../domain/evaluation/evaluation.ts'
import { oddsText } from '../domain/evaluation/likelihood.ts'
import type { AssuranceReading, Likelihood, VariationType } from '../domain/evaluation/readings.ts'
import { wordsOfChange } from '../domain/evaluation/sentence-words.ts'
import type { GoodDirection } from '../domain/measures/measure.ts'
import { periodText } from '../domain/period-text.ts'
import type { PointMark } from '../domain/report/chart.ts'

/** How a special cause is marked on a chart and beside a value; null where there is nothing special. */
export const markOf: Record<VariationType, PointMark | null> = {
  improvement: 'improvement',
  concern: 'concern',
  'neutral-high': 'high',
  'neutral-low': 'low',
  'common-cause': null,
  'not-said': null,
}

export type ChangeMark = {
  readonly word: string
  readonly icon: { readonly variation: PointMark | 'common-cause'; readonly rising: boolean } | null
}

/** What is said of the change in a few words, with its icon: of the chart and the five-year trend together. */
export function changeMark({ change, variation, recentTrend }: Changed, good: GoodDirection): ChangeMark {
  const { state, kind } = change
  if (state === 'unknown') return { word: 'Too few figures', icon: null }
  const words = wordsOfChange(change)
  const word = `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  if (state === 'mixed') return { word, icon: null }
  if (state === 'none') return { word, icon: { variation: 'common-cause', rising: true } }
  const cause = variation.points.findLast(({ value }) => value !== null)?.cause ?? 'common-cause'
  const rising =
    kind === 'five-year'
      ? recentTrend.type === 'higher' || (recentTrend.type === 'better') === (good === 'high')
      : /above|rising|high/.test(cause)
  return { word, icon: { variation: iconOf[state], rising } }
}

type Changed = Pick<Evaluation, 'change' | 'variation' | 'recentTrend'>

const iconOf = { better: 'improvement', worse: 'concern', high: 'high', low: 'low' } as const

export const assuranceWords: Record<AssuranceReading['type'], string> = {
  'will-meet': 'Will meet it',
  'will-miss': 'Will miss it',
  'hit-and-miss': 'Hit and miss',
  'not-said': '',
}

const likelihoodShort: Record<Likelihood, string> = {
  'very-likely': 'Very likely',
  likely: 'Likely',
  'either-way': 'As likely as not',
  unlikely: 'Unlikely',
  'very-unlikely': 'Very unlikely',
}

/** The chance of reaching the target, short: 'Unlikely', with 'about 2 in 10 by 2024/25'. Null when it is not said. */
export function outlookMark({
  outlook,
}: Pick<Evaluation, 'outlook'>): { readonly word: string; readonly detail: string } | null {
  if (!outlook.isSaid || outlook.end === null) return null
  const { likelihood, probability, target } = outlook.end
  return {
    word: likelihoodShort[likelihood],
    detail: `${oddsText(probability)} by ${periodText(target.period)}`,
  }
}
