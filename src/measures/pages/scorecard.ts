import { positions } from '../../domain/evaluation/distribution.ts'
import { addDays } from '../../domain/period.ts'
import { dayText, quarterText } from '../../domain/period-text.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { quarterLinks } from '../../organisation/quarter-links.ts'
import { reportingQuarter } from '../../organisation/queries.ts'
import { planItems } from '../../planning/queries.ts'
import { addressWith } from '../../web/address.ts'
import type { PeriodLinks } from '../../web/layout.ts'
import { page } from '../../web/page.ts'
import { type EvaluatedMeasure, evaluatedMeasures } from '../evaluations.ts'
import { measureRow } from '../row.ts'
import { measuresTable } from '../scorecard-table.ts'
import { statusBar } from '../status-bar.ts'

export const scorecardPage = page({
  path: '/scorecards/corporate',
  action: 'measure.view',
  template: 'measures/pages/scorecard.njk',
  asAt: true,
  view: async ({ db, actor, query, path, asAt }) => {
    const quarter = await reportingQuarter(db, query.get('period'), asAt)
    const { areaCode } = await authorityOf(db, actor)
    const measures = await evaluatedMeasures(db, { area: areaCode, cutOff: quarter.end, knownBy: asAt })
    const periods = quarterLinks(quarter, await reportingQuarter(db, null, asAt), path, query)
    const priorities = new Map([...(await planItems(db))].map(([code, { title }]) => [code, title]))
    const view = scorecardView(measures, { query, path, priorities })
    return { ...view, periods, quarter: quarterText(quarter), until: dayText(addDays(quarter.end, -1)) }
  },
  title: 'Corporate scorecard',
  periods: (view) => view.periods as PeriodLinks,
  tables: (view) => [view.table],
})

const sorts = {
  title: (a: EvaluatedMeasure, b: EvaluatedMeasure) =>
    a.measure.title.localeCompare(b.measure.title, 'en-GB'),
  status: (a: EvaluatedMeasure, b: EvaluatedMeasure) => severity(b) - severity(a),
  rank: (a: EvaluatedMeasure, b: EvaluatedMeasure) => share(a) - share(b),
} as const
type Sort = keyof typeof sorts

const order = [
  'no-figures',
  'not-ranked',
  'exceeding',
  'best-quarter',
  'green',
  'middle',
  'amber',
  'worst-quarter',
  'red',
]
const severity = ({ evaluation }: EvaluatedMeasure): number => order.indexOf(evaluation.position)
const share = ({ evaluation: { comparison } }: EvaluatedMeasure): number =>
  comparison.rank === null ? 2 : comparison.rank / comparison.of

type Asked = {
  readonly query: URLSearchParams
  readonly path: string
  /** Titles of the priorities by code: a theme is a whole sentence, its priority a few words. */
  readonly priorities: ReadonlyMap<string, string>
}

/** The scorecard: grouped by priority in printed order, or one list when sorted. Rows without figures stay. */
export function scorecardView(all: readonly EvaluatedMeasure[], { query, path, priorities }: Asked) {
  const nameOf = ({ measure }: EvaluatedMeasure) => priorities.get(measure.serves ?? '') ?? measure.theme
  const names = new Map(all.map((each) => [each.measure.theme, nameOf(each)]))
  const [status, theme] = [query.get('status') ?? '', query.get('theme') ?? '']
  const kept = all
    .filter(({ evaluation }) => status === '' || evaluation.position === status)
    .filter(({ measure }) => theme === '' || measure.theme === theme)
  const sort = Object.hasOwn(sorts, query.get('sort') ?? '') ? (query.get('sort') as Sort) : null
  const groups =
    sort === null
      ? [...names].map(([key, name]) => ({
          name,
          strapline: name === key ? null : key,
          measures: kept.filter(({ measure }) => measure.theme === key),
        }))
      : [{ name: '', strapline: null, measures: kept.toSorted(sorts[sort]) }]
  const rows = all.map(measureRow)
  const shown = {
    target: rows.some((row) => row.hasTarget || row.outlook !== null),
    outlook: rows.some((row) => row.outlook !== null),
    owner: all.some(({ measure }) => measure.owner !== null),
  }
  const present = new Set(all.map(({ evaluation }) => evaluation.position))
  const option = (value: string, text: string, chosen: string) => ({
    value,
    text,
    selected: value === chosen,
  })
  return {
    title: 'Corporate scorecard',
    whole: statusBar('All measures', all),
    filters: {
      path,
      keep: [...query]
        .filter(([name]) => name === 'sort' || name === 'period')
        .map(([name, value]) => ({ name, value })),
      status: [
        option('', 'Any status', status),
        ...(Object.keys(positions) as (keyof typeof positions)[])
          .filter((each) => present.has(each))
          .map((each) => option(each, positions[each].label, status)),
      ],
      theme: [
        option('', 'All priorities', theme),
        ...[...names].map(([key, name]) => option(key, name, theme)),
      ],
      clearHref: status || theme ? addressWith(path, query, { status: null, theme: null }) : null,
    },
    sort: Object.fromEntries(
      (Object.keys(sorts) as Sort[]).map((key) => [
        key,
        {
          href: addressWith(path, query, { sort: key === sort ? null : key }),
          direction: key === sort ? 'ascending' : null,
        },
      ]),
    ) as Record<Sort, { href: string; direction: string | null }>,
    count: kept.length === all.length ? `${all.length} measures` : `${kept.length} of ${all.length} measures`,
    shown,
    columns: shown.target ? 8 : 7,
    absent: absentText(shown),
    groups: groups
      .filter(({ measures }) => measures.length > 0)
      .map(({ name, strapline, measures }) => ({
        name,
        strapline,
        bar: statusBar(name, measures),
        rows: measures.map(measureRow),
      })),
    table: measuresTable('scorecard-corporate', 'Corporate scorecard', kept.map(measureRow), []),
  }
}

/** A column in which every cell would say the same is said once instead. */
function absentText(shown: { target: boolean; outlook: boolean; owner: boolean }): string | null {
  const missing = [...(shown.target ? [] : ['a target']), ...(shown.owner ? [] : ['an owner'])]
  const none = missing.length > 0 ? `No measure here has ${missing.join(' or ')}` : ''
  if (shown.outlook || none === '') return none === '' ? null : `${none}.`
  return shown.target ? `${none}.` : `${none}, so none can be said to reach its target or not.`
}
