import { type CouncilForecast, type Outlook, yearsThatMatter } from '../domain/high-needs/outlook.ts'
import { dayText } from '../domain/period-text.ts'
import type { Table } from '../domain/report/blocks.ts'
import { column, millions, text } from '../domain/report/cells.ts'
import { percentText, rangeText, roughly } from './words.ts'

export type ScenarioOutlook = {
  readonly title: string
  readonly says: string
  readonly href: string | null
  readonly outlook: Outlook
}

const modelled = 'The high needs model'

/** Scenarios side by side: the same days, the same seed. */
export function scenarioTable(
  scenarios: readonly ScenarioOutlook[],
  forecasts: readonly CouncilForecast[],
): Table {
  const [first] = scenarios
  const days = first ? yearsThatMatter(first.outlook, forecasts).map(({ day }) => day) : []
  const last = days.at(-1)
  const foreseen = forecasts.findLast(({ day }) => day === last)?.estimated ?? null
  return {
    name: 'high-needs-scenarios',
    caption: 'Accumulated deficit by scenario, after mitigations, £m',
    columns: [
      column('scenario', 'Scenario', 'left', 1.6),
      column('says', 'What it assumes', 'left', 2.4),
      ...days.flatMap((day, index) => [
        column(`low-${index}`, `Low, ${dayText(day)}`, 'right'),
        column(`middle-${index}`, `Middle, ${dayText(day)}`, 'right'),
        column(`high-${index}`, `High, ${dayText(day)}`, 'right'),
      ]),
      ...(foreseen === null ? [] : [column('above', 'Runs above the council’s forecast', 'right', 1.2)]),
    ],
    rows: scenarios.map(({ title, says, href, outlook }) => ({
      role: 'body',
      cells: [
        text(title, href ?? undefined),
        text(says),
        ...days.flatMap((day) => {
          const spread = outlook.years.find((year) => year.day === day)?.spread.cumulative.mitigated
          return spread
            ? [spread.lower80, spread.middle, spread.upper80].map((amount) => millions(amount, modelled))
            : [text('not modelled'), text(''), text('')]
        }),
        ...(foreseen === null || last === undefined
          ? []
          : [text(percentText(aboveOf(outlook, last, foreseen), 0))]),
      ],
    })),
    notes: [
      'Low and high hold 8 runs in 10.',
      ...(foreseen === null || last === undefined
        ? []
        : [
            `The last column is the share of runs above the council’s own forecast for ${dayText(last)}, which is no scenario of the model.`,
          ]),
    ],
  }
}

const aboveOf = ({ years, simulation }: Outlook, day: string, amount: bigint): number => {
  const year = years.find((each) => each.day === day)
  return (year && simulation.shareAbove(year.startYear, 'mitigated', amount)) ?? 0
}

/** The same in short, for a page. */
export function scenarioSummary(
  scenarios: readonly ScenarioOutlook[],
  forecasts: readonly CouncilForecast[],
): Table {
  const exact = scenarioTable(scenarios, forecasts)
  const [first] = scenarios
  const days = first ? yearsThatMatter(first.outlook, forecasts).map(({ day }) => day) : []
  const spreadOn = (outlook: Outlook, day: string) =>
    outlook.years.find((year) => year.day === day)?.spread.cumulative.mitigated
  return {
    ...exact,
    notes: ['Each range holds 8 runs in 10.', ...exact.notes.slice(1)],
    columns: [
      column('scenario', 'Scenario', 'left', 1.4),
      column('says', 'What it assumes', 'left', 2),
      ...days.map((day) => column(day, `By ${dayText(day)}`, 'left', 1.5)),
      ...exact.columns.filter(({ key }) => key === 'above'),
    ],
    rows: scenarios.map(({ title, says, href, outlook }, index) => ({
      role: 'body',
      cells: [
        text(title, href ?? undefined),
        text(says),
        ...days.map((day) => {
          const spread = spreadOn(outlook, day)
          return text(spread ? rangeText(spread) : 'not modelled')
        }),
        ...(exact.rows[index]?.cells.slice(2 + 3 * days.length) ?? []),
      ],
    })),
  }
}

/** What the scenarios come to by the last of the days, in one sentence. */
export function scenarioSentence(
  scenarios: readonly ScenarioOutlook[],
  forecasts: readonly CouncilForecast[],
): string {
  const [first, ...others] = scenarios
  const day = first ? yearsThatMatter(first.outlook, forecasts).at(-1)?.day : undefined
  if (!first || day === undefined) return ''
  const middle = ({ title, outlook }: ScenarioOutlook) =>
    `${title.charAt(0).toLowerCase()}${title.slice(1)} ${roughly(outlook.years.find((year) => year.day === day)?.spread.cumulative.mitigated.middle ?? 0n)}`
  return `In the middle of their ranges, by ${dayText(day)}: ${[first, ...others].map(middle).join('; ')}.`
}

/** The plans and the cost of each cohort, where there are several. */
export function cohortTable({ model, years }: Outlook): Table | null {
  const [first, last] = [years[0], years.at(-1)]
  if (model.cohorts.length < 2 || !first || !last) return null
  return {
    name: 'high-needs-cohorts',
    caption: `Plans and cost by cohort, ${first.text} to ${last.text}`,
    columns: [
      column('age', 'Age band'),
      column('need', 'Need'),
      column('placement', 'Placement', 'left', 1.4),
      column('start', `Plans at the start of ${first.text}`, 'right'),
      column('end', `Plans at the end of ${last.text}`, 'right'),
      column('first-cost', `Cost in ${first.text} £m`, 'right'),
      column('last-cost', `Cost in ${last.text} £m`, 'right'),
    ],
    rows: [
      ...model.cohorts.map((cohort, index) => ({
        role: 'body' as const,
        cells: [
          text(cohort.ageBand),
          text(cohort.need),
          text(cohort.placement),
          text(Math.round(first.central.cohorts[index]?.opening ?? 0).toLocaleString('en-GB')),
          text(Math.round(last.central.cohorts[index]?.closing ?? 0).toLocaleString('en-GB')),
          millions(first.central.cohorts[index]?.cost ?? 0n, modelled),
          millions(last.central.cohorts[index]?.cost ?? 0n, modelled),
        ],
      })),
      {
        role: 'total',
        cells: [
          text('All'),
          text(''),
          text(''),
          text(Math.round(first.central.plans.opening).toLocaleString('en-GB')),
          text(Math.round(last.central.plans.closing).toLocaleString('en-GB')),
          millions(first.central.cost, modelled),
          millions(last.central.cost, modelled),
        ],
      },
    ],
    notes: ['Plans are expected numbers, each rounded by itself; totals are of the unrounded ones.'],
  }
}
