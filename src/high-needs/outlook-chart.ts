import { figuresOf, type HighNeedsFact } from '../domain/high-needs/fact.ts'
import type { CouncilForecast, Outlook, OutlookYear } from '../domain/high-needs/outlook.ts'
import type { Spread } from '../domain/high-needs/simulate.ts'
import type { Pence } from '../domain/money.ts'
import type { ChartBand, ChartPoint, ChartSeries, LineChart } from '../domain/report/chart.ts'
import { rangeText, roughly, shortMonth } from './words.ts'

type Charted = {
  /** The years told of first. */
  readonly matter: readonly OutlookYear[]
  readonly facts: readonly HighNeedsFact[]
  readonly outlook: Outlook
  readonly forecasts: readonly CouncilForecast[]
  readonly opening: { readonly day: string; readonly amount: Pence }
}

const inMillions = (amount: Pence): number => Number(amount) / 100_000_000
const labelOf = (day: string): string => `Mar ${day.slice(0, 4)}`

/** The deficit as it was, as the model expects it after mitigations, and as the council itself foresaw it. */
export function outlookChart({ facts, outlook, forecasts, opening, matter }: Charted): LineChart {
  const last = matter.at(-1)
  const foreseen = forecasts.findLast((each) => each.day === last?.day)?.estimated ?? null
  const latest = forecasts.at(-1)?.madeIn ?? ''
  return {
    kind: 'line',
    title: last
      ? `By March ${last.day.slice(0, 4)} the model expects ${rangeText(last.spread.cumulative.mitigated)}${foreseen === null ? '' : `; the council foresaw ${roughly(foreseen)}`}`
      : 'The accumulated deficit',
    description: outlook.years
      .map(({ text, spread }) => `End of ${text}: ${rangeText(spread.cumulative.mitigated)}.`)
      .join(' '),
    unitLabel: 'Accumulated deficit, £m',
    decimals: 1,
    unitPrefix: '£',
    unitSuffix: 'm',
    series: [
      { name: 'Deficit', emphasis: 'main', points: knownPoints(facts, opening.day, outlook) },
      ...forecastSeries(
        latest === '' ? 'Council’s forecast' : `Council, ${shortMonth(latest)},`,
        forecasts.filter(({ madeIn }) => madeIn === latest),
      ),
    ],
    target: null,
    breaks: [],
    startAtZero: true,
    bands: [bandOf('outlook-95', outlook, opening), bandOf('outlook-80', outlook, opening)],
  }
}

/** Every end of a financial year has its place; those whose deficit the papers do not give are gaps. */
function knownPoints(facts: readonly HighNeedsFact[], openingDay: string, outlook: Outlook): ChartPoint[] {
  const known = new Map(
    figuresOf(facts, 'accumulated-deficit', { basis: 'actual' }).map(({ endsOn, amount }) => [
      endsOn,
      amount,
    ]),
  )
  const first = Number([...known.keys()][0]?.slice(0, 4) ?? openingDay.slice(0, 4))
  const last = Number((outlook.years.at(-1)?.day ?? openingDay).slice(0, 4))
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const at = `${first + index}-03-31`
    const amount = known.get(at)
    return {
      at,
      label: labelOf(at),
      value: amount === undefined || amount === null ? null : inMillions(amount),
    }
  })
}

function forecastSeries(name: string, forecasts: readonly CouncilForecast[]): ChartSeries[] {
  const points = (of: 'initial' | 'estimated'): ChartPoint[] =>
    forecasts.flatMap((each) => {
      const amount = each[of]
      return amount === null ? [] : [{ at: each.day, label: labelOf(each.day), value: inMillions(amount) }]
    })
  const all: ChartSeries[] = [
    { name: `${name} before mitigations`, emphasis: 'comparator', points: points('initial') },
    { name: `${name} after mitigations`, emphasis: 'comparator', points: points('estimated') },
  ]
  return all.filter((series) => series.points.length > 0)
}

function bandOf(kind: 'outlook-80' | 'outlook-95', outlook: Outlook, opening: Charted['opening']): ChartBand {
  const start = inMillions(opening.amount)
  const edges = ({ lower80, upper80, lower95, upper95 }: Spread) =>
    kind === 'outlook-80' ? [lower80, upper80] : [lower95, upper95]
  return {
    kind,
    label: kind === 'outlook-80' ? '8 runs in 10' : '19 runs in 20',
    points: [
      { at: opening.day, lower: start, upper: start, middle: start },
      ...outlook.years.map(({ day, spread }) => {
        const [lower = 0n, upper = 0n] = edges(spread.cumulative.mitigated)
        return {
          at: day,
          lower: inMillions(lower),
          upper: inMillions(upper),
          middle: inMillions(spread.cumulative.mitigated.middle),
        }
      }),
    ],
  }
}
