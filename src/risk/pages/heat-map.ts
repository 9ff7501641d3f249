import { counted } from '../../domain/counted.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { impactCriteria, likelihoodCriteria } from '../../domain/risk/criteria.ts'
import { heatMapOf } from '../../domain/risk/heat-map.ts'
import { NO_LEVEL, riskLevels } from '../../domain/risk/level.ts'
import { bands, type ScoreKind, scoreKinds, scoreOf } from '../../domain/risk/score.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import type { RiskStanding } from '../risk.ts'
import { riskTable } from '../risk-table.ts'
import { codeText } from '../risk-words.ts'
import { riskStandings } from '../standings.ts'
import { criteriaSteps } from './criteria-steps.ts'
import { riskNav } from './risk-nav.ts'
import { riskRow } from './risk-row.ts'

/** The heat map: likelihood across, impact up, each risk by name in its cell; and the table behind it. */
export const heatMapPage = page({
  path: '/risks/heat-map',
  action: 'risk.view',
  template: 'risk/pages/heat-map.njk',
  asAt: true,
  view: async ({ db, query, path, site, asAt }) => {
    const all = await riskStandings(db, asAt, asAt ?? todayOf(site))
    const [level, kind] = [query.get('level') ?? '', kindIn(query.get('score'))]
    const risks = all.filter((risk) => level === '' || (risk.level ?? 'none') === level)
    const choice = (chosen: string) => (value: string, text: string) => ({
      value,
      text,
      selected: value === chosen,
    })
    return {
      nav: riskNav('/risks/heat-map'),
      ...heatMapView(risks, kind),
      path,
      clearHref: level === '' && kind === 'current' ? null : path,
      levels: [
        ['', 'All levels'] as const,
        ...Object.entries(riskLevels).map(([value, { text }]) => [value, text] as const),
        ['none', NO_LEVEL] as const,
      ].map(([value, text]) => choice(level)(value, text)),
      kinds: Object.entries(scoreKinds).map(([value, { text, says }]) =>
        choice(kind)(value, `${text}: ${says}`),
      ),
    }
  },
  title: 'Heat map of risks',
  breadcrumbs: () => [{ text: 'Risk register', href: '/risks' }],
  tables: ({ table }): Table[] => [table],
})

const kindIn = (text: string | null): ScoreKind =>
  text !== null && Object.hasOwn(scoreKinds, text) ? (text as ScoreKind) : 'current'

export function heatMapView(risks: readonly RiskStanding[], kind: ScoreKind) {
  const map = heatMapOf(risks, (risk) => risk[kind])
  const scored = risks.filter((risk) => risk[kind] !== null)
  const isIllustrative = (risk: RiskStanding) => risk[kind]?.illustrative === true
  return {
    summary: `${counted(scored.length, 'risk')} on the map, ${map.notScored.length} not scored.`,
    scoreName: scoreKinds[kind].text.toLowerCase(),
    likelihoods: likelihoodCriteria.map(({ step, word }) => ({ step, word })),
    rows: map.rows.map(({ impact, cells }) => ({
      impact,
      word: impactCriteria.find(({ step }) => step === impact)?.word ?? '',
      cells: cells.map((cell) => ({
        band: cell.band,
        text: `${scoreOf(cell)} ${bands[cell.band].text.toLowerCase()}`,
        where: `Likelihood ${cell.likelihood}, impact ${impact}: ${scoreOf(cell)} ${bands[cell.band].text.toLowerCase()}`,
        risks: cell.risks.map((risk) => ({
          code: codeText(risk.code),
          title: risk.title,
          href: risk.href,
          illustrative: isIllustrative(risk),
        })),
      })),
    })),
    illustrative: risks.some(isIllustrative),
    notScored: map.notScored.map(riskRow),
    groups: [{ title: null, rows: scored.map(riskRow) }],
    criteria: criteriaSteps,
    table: riskTable('heat-map', `Risks on the heat map and those not scored`, risks),
  }
}
