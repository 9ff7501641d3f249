import { ambitionOf } from '../../domain/ambition/ambition.ts'
import { matches } from '../../domain/measures/measure.ts'
import { financialStartYear, financialYear, type Period } from '../../domain/period.ts'
import { parsePeriod, periodSlug, periodText, whenText } from '../../domain/period-text.ts'
import { quantityText, units } from '../../domain/quantity.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { reportingQuarter } from '../../organisation/queries.ts'
import { page } from '../../web/page.ts'
import { ambitionChart, ambitionTable } from '../ambition-figures.ts'
import { presetTargets } from '../ambition-presets.ts'
import { type MeasureFacts, measureFacts } from '../measure-facts.ts'
import { readDecimal } from '../read-decimal.ts'

export const ambitionPage = page({
  path: '/measures/:code/ambition',
  action: 'measure.view',
  template: 'measures/pages/ambition.njk',
  asAt: true,
  view: async ({ db, actor, params, query, path, asAt }) => {
    const quarter = await reportingQuarter(db, null, asAt)
    const facts = await measureFacts(db, await authorityOf(db, actor), quarter, params.code, asAt)
    return ambitionView(facts, { query, path })
  },
  title: (view) => `How ambitious: ${view.title}`,
  breadcrumbs: (view) => [
    { text: 'Measures', href: '/measures' },
    { text: view.title, href: view.measureHref },
  ],
  tables: (view) => view.tables,
})

/** How many financial years ahead the form offers; a corporate plan runs four. */
const yearsOffered = 5

export function ambitionView(facts: MeasureFacts, asked: { query: URLSearchParams; path: string }) {
  const { evaluated, authority, quarter } = facts
  const { measure, evaluation } = evaluated
  const { series } = measure
  const { latest } = evaluation
  const judged = series?.goodDirection === 'high' || series?.goodDirection === 'low'
  const canTry = series && latest && judged
  const typed = asked.query.get('target')?.trim() ?? ''
  const by = byPeriod(asked.query.get('by'), quarter)
  const decimal = readDecimal(typed)
  const target = decimal === null ? null : Number(decimal)
  const text = (value: number) => (series ? quantityText(value, series.unit, series.decimals) : '')
  const input =
    canTry && target !== null && by.period !== null
      ? {
          ...series,
          council: authority.shortName,
          target,
          by: by.period,
          latest: { period: latest.period, value: latest.value },
          breaks: series.breaks.map(({ at }) => at),
          neighbours: facts.neighbours.map(({ name, observations }) => ({
            name,
            observations: observations.filter(({ period }) => period.end <= quarter.end),
          })),
        }
      : null
  const found = input ? ambitionOf(input) : null
  const chart = input && found?.ok ? ambitionChart(facts, input, found) : null
  const table = input && found?.ok ? ambitionTable(measure.code, input, found) : null
  return {
    title: measure.title,
    measureHref: `/measures/${measure.code}`,
    caption: `${measure.code.toUpperCase()} · ${measure.title}`,
    lead: canTry
      ? `${authority.shortName} is at ${text(latest.value)} ${whenText(latest.period)}. Try a target: where it would stand, what it needs, and whether anybody managed that.`
      : series && latest
        ? 'Neither way is good for this measure, so no target is more ambitious than another.'
        : 'No figures are held for this measure, so there is nothing to hold a target against.',
    note:
      series && series.match !== 'own' && series.match !== 'exact'
        ? `${matches[series.match].name}: the figures are ${matches[series.match].says} (${series.title}).`
        : null,
    form: canTry
      ? {
          path: asked.path,
          target: typed,
          suffix: units[series.unit].after.trim() || units[series.unit].name,
          targetProblem:
            typed !== '' && target === null ? 'Write the target as a number, such as 68 or 68.5' : null,
          byProblem: by.problem,
          years: yearChoices(quarter, by.period),
        }
      : null,
    presets: presetTargets(facts).map(({ says, value }) => ({
      says,
      text: text(value),
      href: `${asked.path}?${new URLSearchParams({ target: String(Number(value.toFixed(series?.decimals ?? 1))), by: periodSlug(by.period ?? defaultYear(quarter)) })}`,
    })),
    problem: found && !found.ok ? found.reason : null,
    says: found?.ok ? found.says : [],
    chart,
    table,
    source: series ? `${series.publisher ?? 'publisher not stated'}, ${series.title}` : '',
    tables: table ? [table] : [],
  }
}

const defaultYear = (quarter: Period): Period => financialYear(financialStartYear(quarter.start) + 2)

function byPeriod(asked: string | null, quarter: Period): { period: Period | null; problem: string | null } {
  if (asked === null || asked.trim() === '') return { period: defaultYear(quarter), problem: null }
  const parsed = parsePeriod(asked)
  return parsed.ok
    ? { period: parsed.value, problem: null }
    : { period: null, problem: `The date to reach it by: ${parsed.problem}.` }
}

function yearChoices(quarter: Period, chosen: Period | null) {
  const first = financialStartYear(quarter.start)
  const offered = Array.from({ length: yearsOffered }, (_, i) => financialYear(first + i))
  const slugs = offered.map(periodSlug)
  const all = chosen && !slugs.includes(periodSlug(chosen)) ? [...offered, chosen] : offered
  return all.map((period) => ({
    value: periodSlug(period),
    text: `${periodText(period)}`,
    selected: chosen !== null && periodSlug(period) === periodSlug(chosen),
  }))
}
