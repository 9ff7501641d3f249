import { addDays } from '../../domain/period.ts'
import { dayText } from '../../domain/period-text.ts'
import { type Criterion, criteria } from '../../domain/quality-gate/criteria.ts'
import { type Finding, type Severity, severities } from '../../domain/quality-gate/finding.ts'
import { compareFindings, qualityRules } from '../../domain/quality-gate/quality-findings.ts'
import { setFindings } from '../../domain/quality-gate/set-findings.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { reportingQuarter } from '../../organisation/queries.ts'
import { page } from '../../web/page.ts'
import { pagesOf } from '../../web/paging.ts'
import { type MeasureQuality, qualityOfRegister } from '../quality.ts'
import { findingsTable, summaryTable } from '../quality-tables.ts'

export const qualityPage = page({
  path: '/measures/quality',
  action: 'measure.view',
  template: 'measures/pages/quality.njk',
  view: async ({ db, actor, query, path }) => {
    const { areaCode } = await authorityOf(db, actor)
    const quarter = await reportingQuarter(db, null)
    const all = await qualityOfRegister(db, { area: areaCode, cutOff: quarter.end })
    return qualityView(all, { query, path, asAt: dayText(addDays(quarter.end, -1)) })
  },
  title: 'Quality of the measures',
  breadcrumbs: () => [{ text: 'Measures', href: '/measures' }],
  tables: (view) => [view.findingsTable, view.summary],
})

const pageSize = 20

export function qualityView(
  all: readonly MeasureQuality[],
  { query, path, asAt }: { query: URLSearchParams; path: string; asAt: string },
) {
  const asked = (name: string) => query.get(name)?.trim() ?? ''
  const [theme, criterion] = [asked('theme'), asked('criterion')]
  const kept = all
    .filter(({ measure }) => theme === '' || measure.theme === theme)
    .map(({ measure, findings }) => ({
      measure,
      findings: findings.filter((each) => criterion === '' || each.criterion === criterion),
    }))
    .filter(({ findings }) => findings.length > 0)
    // Equally bad measures stay in printed order: sorting is stable.
    .sort((a, b) => compareFindings(b.findings, a.findings))
  const pages = pagesOf({ total: kept.length, size: pageSize, path, query })
  const themes = [...new Set(all.map(({ measure }) => measure.theme))]
  const everyFinding = all.flatMap(({ findings }) => findings)
  const ofSet = setFindings(all.map(({ measure }) => measure))
  const option = (chosen: string) => (value: string, text: string) => ({
    value,
    text,
    selected: value === chosen,
  })
  const shared = sharedRules(all)
  const checked = (Object.keys(criteria) as Criterion[]).filter((each) =>
    everyFinding.some((finding) => finding.criterion === each),
  )
  return {
    title: 'Quality of the measures',
    lead: `${leadOf(all)} As things stood on ${asAt}.`,
    inShort: all.length > 0 && shared.size > 0,
    ofSet,
    summary: summaryTable(all, ofSet, path),
    filters: {
      path,
      theme: [option(theme)('', 'All priorities'), ...themes.map((each) => option(theme)(each, short(each)))],
      criterion: [
        option(criterion)('', 'The whole checklist'),
        ...checked.map((each) => option(criterion)(each, criteria[each].name)),
      ],
      clearHref: theme !== '' || criterion !== '' ? path : null,
    },
    count: `${kept.length} of ${all.length} measures have findings${criterion === '' ? '' : ` under ‘${criteria[criterion as Criterion]?.name ?? criterion}’`}.`,
    measures: kept.slice(pages.from, pages.to).map(({ measure, findings }) => ({
      title: measure.title,
      code: measure.code.toUpperCase(),
      href: `/measures/${measure.code}`,
      ambitionHref: measure.series ? `/measures/${measure.code}/ambition` : null,
      ...told(findings, shared),
    })),
    pages,
    findingsTable: findingsTable(kept),
  }
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

/** A finding that this share of all measures has is told in short, so that what is a measure's own stands out. */
const sharedBy = 0.5

const sharedRules = (all: readonly MeasureQuality[]): ReadonlySet<string> =>
  new Set(
    Object.keys(qualityRules).filter((rule) => {
      const having = all.filter(({ findings }) => findings.some((each) => each.rule === rule)).length
      return having > 0 && having >= sharedBy * all.length
    }),
  )

function told(findings: readonly Finding[], shared: ReadonlySet<string>) {
  const own = findings.filter(({ rule }) => !shared.has(rule))
  const short = findings
    .filter(({ rule }) => shared.has(rule))
    .map(({ rule }) => qualityRules[rule]?.says ?? rule)
  return {
    short: short.length > 0 ? `Like most: ${short.join('; ')}.` : null,
    groups: [...Map.groupBy(own, ({ severity }) => severity)].map(([severity, some]) => ({
      tone: severities[severity].tone,
      status: severities[severity].name,
      findings: some.map(({ wrong, mend }) => ({ wrong, mend })),
    })),
  }
}

function leadOf(all: readonly MeasureQuality[]): string {
  const withAny = (severity: Severity) =>
    all.filter(({ findings }) => findings.some((each) => each.severity === severity)).length
  const passing = all.filter(({ findings }) => findings.length === 0).length
  return `Of ${all.length} measures, ${withAny('must')} have something that must be mended and ${passing} pass the framework’s checklist with nothing found.`
}
