import { can } from '../../domain/access/can.ts'
import { informationTypes, matches } from '../../domain/measures/measure.ts'
import { addDays } from '../../domain/period.ts'
import { dayText } from '../../domain/period-text.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { reportingQuarter } from '../../organisation/queries.ts'
import { addressWith } from '../../web/address.ts'
import { page } from '../../web/page.ts'
import { pagesOf } from '../../web/paging.ts'
import { type EvaluatedMeasure, evaluateThese } from '../evaluations.ts'
import { registeredMeasures } from '../queries.ts'
import { measureRow } from '../row.ts'
import { measuresTable } from '../scorecard-table.ts'

export const registerPage = page({
  path: '/measures',
  action: 'measure.view',
  template: 'measures/pages/register.njk',
  asAt: true,
  view: async ({ db, actor, query, path, asAt }) => {
    const quarter = await reportingQuarter(db, null, asAt)
    const { areaCode } = await authorityOf(db, actor)
    const all = await evaluateThese(db, await registeredMeasures(db, asAt), {
      area: areaCode,
      cutOff: quarter.end,
      knownBy: asAt,
    })
    const mayImport = can(actor, 'measure.record-values').allowed
    return { ...registerView(all, { query, path }), mayImport, until: dayText(addDays(quarter.end, -1)) }
  },
  title: 'Measures',
  tables: (view) => [view.table],
})

const pageSize = 30

/** How a measure's figures are described in the filter; 'none' is a choice of its own. */
const bases = {
  exact: matches.exact.name,
  close: matches.close.name,
  proxy: matches.proxy.name,
  none: 'No figures here',
} as const

export function registerView(
  all: readonly EvaluatedMeasure[],
  { query, path }: { query: URLSearchParams; path: string },
) {
  const asked = (name: string) => query.get(name)?.trim() ?? ''
  const [words, theme, type, basis] = [asked('q'), asked('theme'), asked('type'), asked('figures')]
  const kept = all.filter(
    ({ measure }) =>
      matchesWords(measure.title, words) &&
      (theme === '' || measure.theme === theme) &&
      (type === '' || measure.informationType === type) &&
      (basis === '' || (measure.series?.match ?? 'none') === basis),
  )
  const pages = pagesOf({ total: kept.length, size: pageSize, path, query })
  const option = (chosen: string) => (value: string, text: string) => ({
    value,
    text,
    selected: value === chosen,
  })
  const options = (chosen: string, any: string, entries: readonly (readonly [string, string])[]) => [
    option(chosen)('', any),
    ...entries.map(([value, text]) => option(chosen)(value, text)),
  ]
  const themes = [...new Set(all.map(({ measure }) => measure.theme))]
  const filtered = [words, theme, type, basis].some((each) => each !== '')
  return {
    title: 'Measures',
    lead: gaps(all),
    filters: {
      path,
      words,
      theme: options(
        theme,
        'All priorities',
        themes.map((each) => [each, each.length > 60 ? `${each.slice(0, 57)}…` : each]),
      ),
      type: options(type, 'All types', Object.entries(informationTypes)),
      basis: options(basis, 'All', Object.entries(bases)),
      clearHref: filtered ? path : null,
    },
    count: filtered ? `${kept.length} of ${all.length} measures` : `${all.length} measures`,
    nothing: kept.length === 0,
    clear: addressWith(path, new URLSearchParams(), {}),
    rows: kept.slice(pages.from, pages.to).map((each) => ({
      ...measureRow(each),
      type: informationTypes[each.measure.informationType],
    })),
    pages,
    table: measuresTable('measures', 'Register of measures', kept.map(measureRow), []),
  }
}

const matchesWords = (title: string, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => title.toLowerCase().includes(word))

/** What the register lacks, said before anything else: a reader should know how far to trust it. */
function gaps(all: readonly EvaluatedMeasure[]): string {
  const count = (holds: (each: EvaluatedMeasure) => boolean) => all.filter(holds).length
  const targets = count(({ evaluation }) => evaluation.target !== null)
  const owners = count(({ measure }) => measure.owner !== null)
  const figures = count(({ measure }) => measure.series !== null)
  const words = (n: number, what: string) => (n === 0 ? `none has ${what}` : `${n} have ${what}`)
  return `Of ${all.length} measures, ${words(owners, 'an owner')}, ${words(targets, 'a target')} and ${words(figures, 'published figures behind them')}.`
}
