import { positions } from '../domain/evaluation/distribution.ts'
import type { ExceptionRule } from '../domain/evaluation/exceptions.ts'
import type { Position } from '../domain/evaluation/position.ts'
import { type Pence, poundsMillionText, varianceText } from '../domain/money.ts'
import { whenText } from '../domain/period-text.ts'
import type { StatusTone } from '../domain/report/chart.ts'
import type { EvaluatedMeasure } from '../measures/evaluations.ts'
import { type MeasureRow, measureRow } from '../measures/row.ts'
import type { CouncilFacts } from './home-facts.ts'

/** One thing a forum should look at, or be glad of, as a sentence that can be read aloud. */
export type AttentionItem = {
  readonly tone: StatusTone
  readonly status: string
  readonly sentence: string
  readonly href: string
  readonly owner: string | null
  readonly sparkline: MeasureRow['spark']
  readonly weight: number
}

/** A forecast overspend smaller than this is left to the revenue page. */
const notableOverspend: Pence = 100_000_000n

/** Concerns, most serious first: what the money says and what the measures say, in one order. */
export function concerns(facts: CouncilFacts): AttentionItem[] {
  return [...facts.measures.flatMap((each) => itemOf(each, 'concern')), ...overspends(facts)].sort(byWeight)
}

export const successes = (facts: CouncilFacts): AttentionItem[] =>
  facts.measures.flatMap((each) => itemOf(each, 'success')).sort(byWeight)

const byWeight = (a: AttentionItem, b: AttentionItem): number => b.weight - a.weight

function itemOf(evaluated: EvaluatedMeasure, kind: 'concern' | 'success'): AttentionItem[] {
  const { measure, evaluation, attention } = evaluated
  const [foremost] = evaluation.exceptions
  if (attention?.kind !== kind || !foremost) return []
  const row = measureRow(evaluated)
  const { latest, comparison } = evaluation
  const { rank, of } = comparison
  const place = rank === null ? '' : `, ${row.standing} similar councils`
  const found = latest ? `${row.value} ${whenText(latest.period)}${place}` : foremost.why
  const reason = latest && !toldByStatus.has(foremost.rule) ? `; ${foremost.why}` : ''
  const travel = foremost.kind === 'data' ? '' : travelWords(evaluation, reason === '' ? ' and' : ', and')
  // Of two measures under the same rule, the one nearer the end of the list is the stronger case.
  const extremity = rank === null || of === 0 ? 0 : kind === 'concern' ? rank / of : 1 - rank / of
  return [
    {
      ...labelOf(foremost.rule, evaluation.position),
      sentence: `${measure.title}: ${found}${reason}${travel}`,
      href: row.href,
      owner: measure.owner ? `Owner: ${measure.owner}` : null,
      sparkline: row.spark,
      weight: foremost.weight + extremity,
    },
  ]
}

/** Why it is here in two or three words: a measure that is not ranked, or in the middle, is here for another reason. */
function labelOf(rule: ExceptionRule, position: Position): Pick<AttentionItem, 'tone' | 'status'> {
  const { tone, label } = positions[position]
  if (position !== 'not-ranked' && position !== 'middle') return { tone, status: label }
  if (rule === 'special-cause-improvement') return { tone: 'good', status: 'Better than usual' }
  if (rule === 'special-cause-concern') return { tone: 'bad', status: 'Worse than usual' }
  return { tone, status: label }
}

/** Rules whose reason the status beside the sentence already gives. */
const toldByStatus = new Set<ExceptionRule>(['red', 'amber', 'exceeding', 'worst-quarter', 'best-quarter'])

/** A year's difference, in words no stronger than the chart allows. */
function travelWords({ overYear, latest, change }: EvaluatedMeasure['evaluation'], and: string): string {
  if (!latest || (overYear.direction !== 'better' && overYear.direction !== 'worse')) return ''
  const difference = `${overYear.direction} than a year earlier`
  if (overYear.isReal === false) return `, ${difference} but by no more than usual`
  const isOpposed = change.state === (overYear.direction === 'better' ? 'worse' : 'better')
  return isOpposed ? `, though ${difference}` : `${and} ${difference}`
}

function overspends({ revenue }: CouncilFacts): AttentionItem[] {
  if (!revenue) return []
  const { position, pressures, financialYear, month } = revenue
  return position.services
    .filter(({ variance }) => variance >= notableOverspend)
    .map(({ service, name, variance, budget }) => {
      const parts = pressures.filter((each) => each.service === service && each.partOf !== null)
      const because = parts.map(
        ({ title, amount }) => `${poundsMillionText(amount)} ${title.replace(/^of which /, '')}`,
      )
      const why = because.length > 0 ? ` (${because.join(', ')})` : ''
      return {
        tone: 'bad' as const,
        status: 'Over budget',
        sentence: `${name}: forecast ${varianceText(variance)} on a budget of ${poundsMillionText(budget)}${why}`,
        href: `/finance/revenue/${financialYear}/${month}`,
        owner: null,
        sparkline: null,
        // Above every rule about measures but a missed target; larger sums first.
        weight: 85 + Math.min(4, Number(variance / 10_000_000n) / 100),
      }
    })
}
