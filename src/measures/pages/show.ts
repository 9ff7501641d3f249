import { positions } from '../../domain/evaluation/distribution.ts'
import type { LastAudited } from '../../domain/evaluation/readings.ts'
import {
  type DataQualityAttribute,
  dataQualityAttributes,
  dataQualityJudgements,
} from '../../domain/measures/data-quality-attributes.ts'
import { dayText, quarterText, whenText } from '../../domain/period-text.ts'
import { type Finding, severities } from '../../domain/quality-gate/finding.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { quarterLinks } from '../../organisation/quarter-links.ts'
import { reportingQuarter } from '../../organisation/queries.ts'
import type { PeriodLinks } from '../../web/layout.ts'
import { page } from '../../web/page.ts'
import { textOf } from '../chart-facts.ts'
import type { Commentary } from '../commentary.ts'
import { commentaryLines, saidBy } from '../commentary-lines.ts'
import { dataQualityOf, type Judged } from '../data-quality-judgements.ts'
import { meaning } from '../meaning.ts'
import { type MeasureFacts, measureFacts } from '../measure-facts.ts'
import { historyTable, regionTable, standingTable } from '../measure-tables.ts'
import { definitionOf, laterNote, matchNote, qualityOf, threadOf } from '../measure-words.ts'
import { qualityOf as definitionFindings } from '../quality.ts'
import { everyMeasure } from '../queries.ts'
import { readings } from '../readings.ts'
import { regionChart } from '../region-chart.ts'
import { measureRow } from '../row.ts'
import { standingChart, standingWords } from '../standing-chart.ts'
import { trendCharts } from '../trend-chart.ts'
import { workings } from '../workings.ts'

export const showPage = page({
  path: '/measures/:code',
  action: 'measure.view',
  template: 'measures/pages/show.njk',
  asAt: true,
  view: async ({ db, actor, params, query, path, asAt }) => {
    const quarter = await reportingQuarter(db, query.get('period'), asAt)
    const periods = quarterLinks(quarter, await reportingQuarter(db, null, asAt), path, query)
    const facts = await measureFacts(db, await authorityOf(db, actor), quarter, params.code, asAt)
    const asked = { area: facts.authority.areaCode, cutOff: quarter.end, knownBy: asAt }
    const { code, title, theme } = facts.evaluated.measure
    const namesakes = (await everyMeasure(db, asAt)).filter((each) => each.title === title)
    return {
      ...showView(facts, periods, await definitionFindings(db, facts.evaluated.measure, asked)),
      // Two measures of one title are told apart in tabs and bookmarks by what they tell of.
      pageTitle: namesakes.length > 1 ? `${title}: ${theme}` : title,
      judged: judgedWords(await dataQualityOf(db, code, asAt)),
      judgedHref: `/measures/${code}/data-quality`,
    }
  },
  title: (view) => view.pageTitle,
  periods: (view) => view.periods,
  tables: (view) => view.tables,
})

export function showView(facts: MeasureFacts, periods: PeriodLinks | null, findings: readonly Finding[]) {
  const { evaluated, authority, quarter } = facts
  const { measure, evaluation } = evaluated
  const { series } = measure
  const row = measureRow(evaluated)
  const chartFacts = series ? { council: authority.shortName, series, evaluation, ...facts } : null
  const trend = chartFacts ? trendCharts(chartFacts) : null
  const standing = chartFacts ? standingChart(chartFacts) : null
  const region = chartFacts ? regionChart(chartFacts, facts.cityRegionName) : null
  const history = historyTable(facts)
  const among = standing ? standingTable(facts, standing) : null
  const cityRegion = region ? regionTable(facts, region) : null
  const base = `/measures/${measure.code}`
  const csvHref = (table: Table | null) => (table === null ? null : `${base}.csv?table=${table.name}`)
  const thread = threadOf(facts)
  return {
    title: measure.title,
    retired: retiredWords(measure),
    historyHref: `${base}/history`,
    ambitionHref: `${base}/ambition`,
    raiseHref: `/signals/new?about=measure:${measure.code}`,
    findings: findings.map(({ severity, wrong, mend }) => ({ ...severities[severity], wrong, mend })),
    caption: `${thread.priority ?? measure.theme} · ${measure.code.toUpperCase()}`,
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
    sentence: evaluation.sentence,
    later: laterNote(facts),
    readings: readings(evaluated),
    workings: evaluation.latest && series ? workings(evaluation, textOf(series)) : [],
    match: matchNote(facts),
    trend: trend?.main ?? null,
    otherTrends: trend?.others ?? [],
    meaning: series ? meaning(evaluation, textOf(series)) : [],
    standing,
    standingTable: among,
    standingWords: standingWords(evaluation.comparison.says, standing),
    standingCsvHref: csvHref(among),
    region,
    regionTable: cityRegion,
    regionCsvHref: csvHref(cityRegion),
    historyTable: history,
    csvHref: `${base}.csv`,
    source: series
      ? `${series.publisher ?? 'publisher not stated'}, ${series.title}. ${series.licence ?? ''}`
      : '',
    said: facts.said === null ? null : saidView(facts.said),
    definition: definitionOf(facts),
    quality: qualityOf(facts),
    audited: auditOf(evaluation.dataQuality.lastAudited),
    above: thread.above,
    tellsOf: thread.tellsOf,
    contents: [
      ...(trend ? [{ text: 'Over time', href: '#trend' }] : []),
      ...(standing ? [{ text: 'Similar councils', href: '#comparators' }] : []),
      ...(region ? [{ text: 'City region', href: '#region' }] : []),
      ...(facts.said ? [{ text: 'What the service says', href: '#said' }] : []),
      { text: 'Definition', href: '#definition' },
      ...(history ? [{ text: 'Every figure', href: '#history' }] : []),
      { text: 'What it serves', href: '#thread' },
    ],
    tables: [history, among, cityRegion].flatMap((table) => table ?? []),
  }
}

const saidView = (said: Commentary) => ({
  lines: commentaryLines(said),
  by: saidBy(said),
  illustrative: said.illustrative,
})

const auditOf = (last: LastAudited | null) =>
  last === null ? null : { says: last.says, href: `/audit/samples/${last.year}/${last.number}` }

/** A retired measure keeps its past, and says that it is past. */
function retiredWords({ retired }: MeasureFacts['evaluated']['measure']) {
  if (retired === null) return null
  return {
    title: `Retired from ${dayText(retired.from)}`,
    reason: retired.reason,
    nextHref: retired.replacedBy === null ? null : `/measures/${retired.replacedBy}`,
  }
}

/** 'good in 2 respects, poor in 1, 3 not judged yet': how many of the six, and never one mark for all. */
function judgedWords(judged: ReadonlyMap<DataQualityAttribute, Judged>): string {
  const counts = Object.entries(dataQualityJudgements).flatMap(([judgement, { name }]) => {
    const count = [...judged.values()].filter((each) => each.judgement === judgement).length
    return count === 0 ? [] : [`${name.toLowerCase()} in ${count}`]
  })
  const open = Object.keys(dataQualityAttributes).length - judged.size
  return [...counts, ...(open === 0 ? [] : [`${open} not judged yet`])].join(', ')
}
