import { ordinal } from '../domain/evaluation/comparison.ts'
import { whenText } from '../domain/period-text.ts'
import type { MultiplesChart } from '../domain/report/chart.ts'
import { breaksOf, type ChartFacts, chartUnit, figuresAt, pointsOf, textOf, valuesAt } from './chart-facts.ts'
import { goalOnEach } from './goal-on-each.ts'

/** Fewer points than these make no shape worth setting beside another. */
const leastPoints = 3

/**
 * The councils of the city region side by side over the same periods, the council's own first; null where fewer than two
 * others have figures, and for counts, which grow with the size of a place.
 */
export function regionChart(facts: ChartFacts, regionName: string): MultiplesChart | null {
  const { council, series, evaluation, cityRegion } = facts
  const { latest, history } = evaluation
  if (!latest || series.unit === 'count') return null
  const periods = history.map(({ period }) => period)
  const others = cityRegion
    .map((area) => ({
      name: area.name,
      role: 'neighbour' as const,
      points: pointsOf(figuresAt(area, periods)),
    }))
    .filter(({ points }) => points.filter(({ value }) => value !== null).length >= leastPoints)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const own = { name: council, role: 'own' as const, points: pointsOf(history) }
  if (others.length < 2 || own.points.length < leastPoints) return null
  const text = textOf(series)
  const goal = goalOnEach(evaluation, series.aggregation)
  const panels = [own, ...others]
  return {
    kind: 'multiples',
    title: `${finding(facts, regionName)}${series.match === 'proxy' ? ', on proxy figures' : ''}`,
    description: `${series.title}. ${panels
      .map(({ name, points }) => {
        const last = points.findLast(({ value }) => value !== null)
        return last ? `${name} ${text(last.value ?? 0)} (${last.label})` : `${name}: no figure`
      })
      .join(', ')}.`,
    ...chartUnit(series),
    target: goal === null ? null : { value: goal, label: `Target ${text(goal)}` },
    breaks: breaksOf(series),
    panels,
  }
}

function finding({ council, series, evaluation, cityRegion }: ChartFacts, regionName: string): string {
  const { latest } = evaluation
  const others = latest ? valuesAt(cityRegion, latest.period).map(({ value }) => value) : []
  const good = series.goodDirection
  if (!latest || others.length < 2 || (good !== 'high' && good !== 'low'))
    return `${council} beside the other ${regionName}`
  const better = (value: number) => (good === 'high' ? value > latest.value : value < latest.value)
  const place = others.filter(better).length + 1
  return `${council} is ${ordinal(place)} of ${others.length + 1} ${regionName} ${whenText(latest.period)}, where 1st is best`
}
