import {
  type GoodDirection,
  goodDirectionText,
  informationTypes,
  matches,
  measureLevels,
} from '../domain/measures/measure.ts'
import { dayText, periodText, whenText } from '../domain/period-text.ts'
import { itemKinds, pathUp } from '../domain/planning/thread.ts'
import { quantityText, units } from '../domain/quantity.ts'
import type { MeasureFacts } from './measure-facts.ts'

/** What the figures are to the measure, where they are not the council's own of that very thing. */
export function matchNote({ evaluated: { measure } }: MeasureFacts) {
  const { series } = measure
  if (!series || series.match === 'own') return null
  return {
    isProxy: series.match === 'proxy',
    series: series.title,
    title: `${matches[series.match].name}: ${matches[series.match].says}`,
    says: `${series.title}: ${matches[series.match].says}.`,
    details: [series.note, directionNote(measure.goodDirection, series.goodDirection)].flatMap(
      (each) => each ?? [],
    ),
  }
}

const directionNote = (framework: GoodDirection, figures: GoodDirection): string | null =>
  framework === figures
    ? null
    : `The framework says ${goodDirectionText[framework].toLowerCase()}; these figures are read as: ${goodDirectionText[figures].toLowerCase()}.`

export function laterNote({ evaluated: { evaluation, measure } }: MeasureFacts): string | null {
  const last = evaluation.later.findLast(({ value, doubt }) => value !== null && doubt === null)
  if (!last || !measure.series) return null
  const text = quantityText(last.value ?? 0, measure.series.unit, measure.series.decimals)
  return `A figure for a later period is held: ${text} ${whenText(last.period)}.`
}

export function definitionOf({ evaluated: { measure }, alternatives, neighboursName }: MeasureFacts) {
  const gap = 'Not stated in the framework'
  const { series } = measure
  const fact = (term: string, text: string, missing = false) => ({ term, text, missing })
  const stated = (term: string, text: string | null) => fact(term, text ?? gap, text === null)
  return [
    stated('Definition', measure.definition),
    fact('Good direction', goodDirectionText[measure.goodDirection]),
    fact('Unit', units[measure.unit].name),
    fact('Information type', informationTypes[measure.informationType]),
    fact('Level', measureLevels[measure.level]),
    stated('Owner (theme responsibility)', measure.owner),
    stated('Metric responsibility', measure.metricResponsibility),
    stated('Data officer and source', measure.dataOfficer),
    ...(measure.dependsOn
      ? [fact('Depends on', `${measure.dependsOn}: the council does not decide it alone`)]
      : []),
    fact(
      'Figures',
      series
        ? `${series.title} (${series.publisher ?? 'publisher not stated'}), ${series.frequency}`
        : 'Not collected here',
      !series,
    ),
    ...(series?.note
      ? [fact('How near they are to the measure', `${matches[series.match].name}. ${series.note}`)]
      : []),
    ...(series?.description ? [fact('What the figures are', series.description)] : []),
    ...(alternatives.length > 0
      ? [fact('Other series held', alternatives.map(({ title }) => title).join('; '))]
      : []),
    ...(neighboursName ? [fact('Similar councils', neighboursName)] : []),
    ...(measure.note ? [fact('Note', measure.note)] : []),
    fact('Where it is printed', measure.source),
  ]
}

/** How far the figures may be trusted, each thing in a sentence. */
export function qualityOf({ evaluated: { measure, evaluation }, quarter }: MeasureFacts): readonly string[] {
  const { latest } = evaluation
  if (!measure.series || !latest) return []
  return [
    evaluation.dataQuality.says,
    ...freshness(measure.freshWithinMonths, monthsBetween(latest.period.end, quarter.end)),
    ...(measure.estimationNote ? [`How estimates are made: ${measure.estimationNote}.`] : []),
    ...(latest.status === 'estimated' && !measure.estimationNote
      ? ['The figure is an estimate, and how it was made and how far out it may be is not recorded.']
      : []),
    ...(evaluation.dataQuality.lastAudited ? [] : ['It has not been tested in an audit sample.']),
    ...evaluation.history.flatMap(({ doubt, period }) =>
      doubt ? [`${periodText(period)} is in doubt: ${doubt}.`] : [],
    ),
    ...measure.series.breaks.map(({ at, reason }) => `From ${dayText(at)}: ${reason}.`),
  ]
}

const monthsBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'month' }).months

/** Whether a figure is recent enough for what it is for, where the register says how recent that is. */
const freshness = (within: number | null, months: number): string[] =>
  within === null || months <= within
    ? []
    : [
        `The latest figure was ${months} months old when the quarter ended; for its purpose it may be ${within}.`,
      ]

/** The thread above the measure, from the vision down, and what it tells of below. */
export function threadOf({ evaluated: { measure }, items, tellsOf }: MeasureFacts) {
  const serves = items.get(measure.serves ?? '') ?? null
  return {
    priority: serves?.title ?? null,
    above: pathUp(items, measure.serves ?? '')
      .reverse()
      .concat(serves ?? [])
      .map((item) => ({ kind: itemKinds[item.kind], title: item.title, href: `/thread/${item.code}` })),
    tellsOf: tellsOf.map(({ title, code }) => ({ title, href: `/thread/${code}` })),
  }
}
