import { positions } from '../../domain/evaluation/distribution.ts'
import { goodDirectionText, informationTypes, matches, measureLevels } from '../../domain/measures/measure.ts'
import { periodText, quarterText, whenText } from '../../domain/period-text.ts'
import { itemKinds, pathUp } from '../../domain/planning/thread.ts'
import { quantityText, units } from '../../domain/quantity.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { quarterLinks } from '../../organisation/quarter-links.ts'
import { reportingQuarter } from '../../organisation/queries.ts'
import type { PeriodLinks } from '../../web/layout.ts'
import { page } from '../../web/page.ts'
import { standingChart, trendChart } from '../charts.ts'
import { type MeasureFacts, measureFacts } from '../measure-facts.ts'
import { historyTable, standingTable } from '../measure-tables.ts'
import { measureRow } from '../row.ts'

export const showPage = page({
  path: '/measures/:code',
  action: 'measure.view',
  template: 'measures/pages/show.njk',
  view: async ({ db, actor, params, query, path }) => {
    const quarter = await reportingQuarter(db, query.get('period'))
    const periods = quarterLinks(quarter, await reportingQuarter(db, null), path, query)
    return showView(await measureFacts(db, await authorityOf(db, actor), quarter, params.code), periods)
  },
  title: (view) => view.title,
  periods: (view) => view.periods,
  tables: (view) => view.tables,
})

export type ShowView = ReturnType<typeof showView>

export function showView(facts: MeasureFacts, periods: PeriodLinks | null) {
  const { evaluated, authority, quarter } = facts
  const { measure, evaluation } = evaluated
  const { series } = measure
  const row = measureRow(evaluated)
  const chartFacts = series ? { council: authority.shortName, series, evaluation, ...facts } : null
  const trend = chartFacts ? trendChart(chartFacts) : null
  const standing = chartFacts ? standingChart(chartFacts) : null
  const history = historyTable(facts)
  const among = standing ? standingTable(facts, standing) : null
  const base = `/measures/${measure.code}`
  return {
    title: measure.title,
    caption: `${measure.theme} · ${measure.code.toUpperCase()}`,
    periods,
    quarter: quarterText(quarter),
    value: {
      number: row.value,
      missing: row.missing,
      period: row.period ? `${whenText(evaluation.latest?.period ?? quarter)}` : null,
      note: row.provisional,
      tone: positions[evaluation.position].tone,
      status: positions[evaluation.position].label,
    },
    verdict: evaluation.latest
      ? [evaluation.comparison.says, evaluation.overYear.says, evaluation.rag.says]
      : [evaluation.verdict],
    match: matchNote(facts),
    doubts: evaluation.history.flatMap(({ doubt, period }) =>
      doubt ? [`${periodText(period)}: ${doubt}.`] : [],
    ),
    later: laterNote(facts),
    trend,
    standing,
    historyTable: history,
    standingTable: among,
    csvHref: `${base}.csv`,
    standingCsvHref: among ? `${base}.csv?table=${among.name}` : null,
    source: series
      ? `${series.publisher ?? 'publisher not stated'}, ${series.title}. ${series.licence ?? ''}`
      : '',
    definition: definitionOf(facts),
    above: pathUp(facts.items, measure.serves ?? '')
      .reverse()
      .concat(facts.items.get(measure.serves ?? '') ?? [])
      .map((item) => ({
        kind: itemKinds[item.kind],
        title: item.title,
        href: `/thread/${item.code}`,
      })),
    tellsOf: facts.tellsOf.map(({ title, code }) => ({ title, href: `/thread/${code}` })),
    tables: history ? [history, ...(among ? [among] : [])] : [],
  }
}

function matchNote({ evaluated: { measure } }: MeasureFacts) {
  const { series } = measure
  if (!series || series.match === 'own') return null
  const direction =
    series.goodDirection === measure.goodDirection
      ? null
      : `The framework says ${goodDirectionText[measure.goodDirection].toLowerCase()}; these figures are read as: ${goodDirectionText[series.goodDirection].toLowerCase()}.`
  return {
    tone: series.match === 'proxy' ? ('close' as const) : ('neutral' as const),
    title: `${matches[series.match].name}: ${matches[series.match].says}`,
    series: series.title,
    note: series.note,
    direction,
  }
}

function laterNote({ evaluated: { evaluation, measure } }: MeasureFacts): string | null {
  const last = evaluation.later.findLast(({ value, doubt }) => value !== null && doubt === null)
  if (!last || !measure.series) return null
  const text = quantityText(last.value ?? 0, measure.series.unit, measure.series.decimals)
  return `A figure for a later period is held: ${text} ${whenText(last.period)}.`
}

function definitionOf({ evaluated: { measure }, alternatives, neighboursName }: MeasureFacts) {
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
    fact(
      'Figures',
      series
        ? `${series.title} (${series.publisher ?? 'publisher not stated'}), ${series.frequency}`
        : 'Not collected here',
      !series,
    ),
    ...(series?.description ? [fact('What the figures are', series.description)] : []),
    ...(alternatives.length > 0
      ? [fact('Other series held', alternatives.map(({ title }) => title).join('; '))]
      : []),
    ...(neighboursName ? [fact('Similar councils', neighboursName)] : []),
    ...(measure.note ? [fact('Note', measure.note)] : []),
    fact('Where it is printed', measure.source),
  ]
}
