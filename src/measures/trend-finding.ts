import { wordsOfChange } from '../domain/evaluation/sentence-words.ts'
import { whenText } from '../domain/period-text.ts'
import type { ChartPoint, ChartSeries } from '../domain/report/chart.ts'
import { type ChartFacts, textOf } from './chart-facts.ts'

/** What the line shows: a change is called one only where it is more than the process always does. */
export function trendFinding(
  { council, series, evaluation }: ChartFacts,
  drawn: readonly ChartPoint[],
): string {
  const { latest, change } = evaluation
  const text = textOf(series)
  if (latest && change.state !== 'unknown') {
    return `${council} was at ${text(latest.value)} ${whenText(latest.period)}: ${wordsOfChange(change)}`
  }
  const changed =
    series.breaks.map(({ at }) => at).findLast((at) => drawn.some((point) => point.at < at)) ?? ''
  // From the first point of the present definition: a change of definition is not a change in the council.
  const comparable = drawn.filter((point) => point.at >= changed)
  const [first, last] = [comparable[0], comparable.at(-1)]
  if (!first || !last || first === last) return `${council}: ${series.title}`
  const [from, to] = [text(first.value ?? 0), text(last.value ?? 0)]
  const few = 'too few figures to tell a real change from chance'
  if (from === to) return `${council} was at ${to} in ${first.label} and in ${last.label}: ${few}`
  return `${council} went from ${from} (${first.label}) to ${to} (${last.label}): ${few}`
}

/** The council beside its comparators at the latest period that they share. */
export function besideFinding(
  { council, series, evaluation }: ChartFacts,
  comparators: readonly ChartSeries[],
): string {
  const { latest } = evaluation
  const text = textOf(series)
  const others = comparators.flatMap(({ name, points }) => {
    const last = points.findLast(({ value }) => value !== null)
    return last ? [`${name} ${text(last.value ?? 0)}`] : []
  })
  return `${council} ${latest ? text(latest.value) : ''} beside ${others.join(' and ')}`
}

/** What is expected next, with its range: a single number would say more than is known. */
export function outlookFinding({ series, evaluation }: ChartFacts): string {
  const next = evaluation.outlook.periods[0]
  if (!next) return series.title
  const text = textOf(series)
  return `Expected ${whenText(next.period)}: ${text(next.lo80)} to ${text(next.hi80)}, 8 times in 10`
}
