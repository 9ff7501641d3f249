import type { GoodDirection } from '../measures/measure.ts'
import type { Valued } from '../measures/observation.ts'
import { periodText, whenText } from '../period-text.ts'
import { quantityText, type Unit } from '../quantity.ts'
import { assuranceWords, goalOf } from './assurance.ts'
import type { Evaluation } from './evaluation.ts'
import { endText } from './outlook-words.ts'
import { sentenceOf } from './sentence.ts'
import { type PerYear, periodNouns } from './timeline.ts'

type Told = { readonly goodDirection: GoodDirection; readonly unit: Unit; readonly decimals: number }

type SentenceParts = Told &
  Pick<
    Evaluation,
    'position' | 'rag' | 'change' | 'assurance' | 'outlook' | 'dataQuality' | 'target' | 'variation'
  > & {
    readonly latest: Valued
    readonly isMeeting: boolean
    readonly cutOff: string
    readonly perYear: PerYear
  }

/** The parts of an evaluation as the facts of its sentence. */
export function sentenceFor(parts: SentenceParts): string {
  const { position, target, assurance, outlook } = parts
  if (position === 'no-figures') return ''
  const words =
    target && assurance.type !== 'not-said' && parts.variation.isSteady
      ? assuranceWords[assurance.type](goalOf(parts, target), periodNouns[parts.perYear].many)
      : null
  return sentenceOf({
    position,
    belowFloor: parts.rag.belowFloor,
    change: parts.change,
    assurance: words === null ? null : { type: assurance.type, words },
    end: outlook.end ? { likelihood: outlook.end.likelihood, words: endText(outlook.end, parts) } : null,
    basis: basisOf(parts),
  })
}

/** What a reader must know of the figure before believing what is said of it. */
function basisOf({ dataQuality, latest }: SentenceParts): string | null {
  const status =
    dataQuality.status === 'provisional' || dataQuality.status === 'estimated' ? dataQuality.status : null
  const kinds = [
    dataQuality.isLate ? 'late' : null,
    latest.illustrative ? 'illustrative' : null,
    status,
  ].filter((kind) => kind !== null)
  if (kinds.length === 0) return null
  const words = `${/^[aeiou]/.test(kinds[0] ?? '') ? 'an' : 'a'} ${kinds.join(' and ')} figure`
  return dataQuality.isLate ? `${words}, for ${periodText(latest.period)}` : words
}

type VerdictParts = Told &
  Pick<
    Evaluation,
    'comparison' | 'overYear' | 'rag' | 'variation' | 'recentTrend' | 'assurance' | 'outlook' | 'dataQuality'
  > & { readonly latest: Valued }

/** The value and what every part that has something to say of it says. */
export function verdictOf(parts: VerdictParts): string {
  const { latest, unit, decimals, variation, recentTrend, assurance, outlook, dataQuality } = parts
  const hasTrend = recentTrend.type !== 'not-said' && recentTrend.type !== 'no-change'
  const said = [
    parts.comparison.says,
    parts.overYear.says,
    parts.rag.says,
    variation.type === 'not-said' ? '' : variation.says,
    hasTrend ? recentTrend.says : '',
    assurance.type === 'not-said' ? '' : assurance.says,
    outlook.end ? outlook.says : '',
    dataQuality.isLate || dataQuality.latestIsMissing || dataQuality.status !== 'final'
      ? dataQuality.says
      : '',
  ]
  return [`${quantityText(latest.value, unit, decimals)} ${whenText(latest.period)}.`, ...said]
    .filter(Boolean)
    .join(' ')
}
