import type { OutlookReading } from '../domain/evaluation/readings.ts'
import { shortPeriodText } from '../domain/period-text.ts'
import type { ChartBand, ChartPoint } from '../domain/report/chart.ts'
import { dayOf } from './chart-facts.ts'

/** The periods to come: places on the axis that have no value yet. */
export const outlookPoints = ({ isSaid, periods }: OutlookReading): ChartPoint[] =>
  isSaid
    ? periods.map(({ period }) => ({ at: dayOf(period), label: shortPeriodText(period), value: null }))
    : []

export type Fan = { readonly likely: ChartBand; readonly wide: ChartBand }

/** What is expected, as a fan that opens from the latest figure: the wider range and, within it, the likelier one. */
export function outlookFan({ periods }: OutlookReading, latest: ChartPoint): Fan | null {
  if (periods.length === 0 || latest.value === null) return null
  const start = { at: latest.at, lower: latest.value, upper: latest.value, middle: latest.value }
  const band = (
    kind: ChartBand['kind'],
    label: string,
    ends: readonly ['lo80' | 'lo95', 'hi80' | 'hi95'],
  ): ChartBand => ({
    kind,
    label,
    points: [
      start,
      ...periods.map((each) => ({
        at: dayOf(each.period),
        lower: each[ends[0]],
        upper: each[ends[1]],
        middle: each.mean,
      })),
    ],
  })
  return {
    likely: band('outlook-80', 'Expected 8 times in 10', ['lo80', 'hi80']),
    wide: band('outlook-95', 'Expected 19 times in 20', ['lo95', 'hi95']),
  }
}

/** Pure chance about a steady level gives a range nearly as wide as the figures so far; half as wide again tells nothing. */
const widestTelling = 1.5

/** A range far wider than all the figures so far tells nothing, and a fan that fills the chart would look as if it did. */
export function outlookIsTelling({ isSaid, periods }: OutlookReading, drawn: readonly ChartPoint[]): boolean {
  const next = periods[0]
  if (!isSaid || next === undefined) return false
  const values = drawn.flatMap(({ value }) => value ?? [])
  return next.hi80 - next.lo80 <= widestTelling * (Math.max(...values) - Math.min(...values))
}

/** What stands under the chart: the chance of reaching the target, or why nothing is drawn. */
export function outlookNotes({ isSaid, end, says }: OutlookReading, isDrawn: boolean): readonly string[] {
  if (end !== null) return [says]
  return isSaid && !isDrawn
    ? ['No outlook is drawn: what is expected next spans more than the figures so far.']
    : []
}
