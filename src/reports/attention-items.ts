import { positions } from '../domain/evaluation/distribution.ts'
import { millionsText, type Pence, varianceText } from '../domain/money.ts'
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
  if (attention?.kind !== kind || !evaluation.latest) return []
  const row = measureRow(evaluated)
  const { rank, of } = evaluation.comparison
  const place = rank === null ? '' : `, ${row.standing} similar councils`
  const travel = { better: ' and better than a year earlier', worse: ' and worse than a year earlier' }
  const direction = travel[evaluation.overYear.direction as keyof typeof travel] ?? ''
  // Of two measures under the same rule, the one nearer the end of the list is the stronger case.
  const extremity = rank === null || of === 0 ? 0 : kind === 'concern' ? rank / of : 1 - rank / of
  return [
    {
      tone: positions[evaluation.position].tone,
      status: positions[evaluation.position].label,
      sentence: `${measure.title}: ${row.value} ${whenText(evaluation.latest.period)}${place}${direction}`,
      href: row.href,
      owner: measure.owner ? `Owner: ${measure.owner}` : null,
      sparkline: row.spark,
      weight: attention.weight + extremity,
    },
  ]
}

function overspends({ revenue }: CouncilFacts): AttentionItem[] {
  if (!revenue) return []
  const { position, pressures, financialYear, month } = revenue
  return position.services
    .filter(({ variance }) => variance >= notableOverspend)
    .map(({ service, name, variance, budget }) => {
      const parts = pressures.filter((each) => each.service === service && each.partOf !== null)
      const because = parts.map(
        ({ title, amount }) => `£${millionsText(amount)}m ${title.replace(/^of which /, '')}`,
      )
      const why = because.length > 0 ? ` (${because.join(', ')})` : ''
      return {
        tone: 'bad' as const,
        status: 'Over budget',
        sentence: `${name}: forecast ${varianceText(variance)} on a budget of £${millionsText(budget)}m${why}`,
        href: `/finance/revenue/${financialYear}/${month}`,
        owner: null,
        sparkline: null,
        // Above every first-cut rule about measures but a missed target; larger sums first.
        weight: 85 + Math.min(4, Number(variance / 10_000_000n) / 100),
      }
    })
}
