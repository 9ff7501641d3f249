import { ESTABLISHED_POINTS } from './limits-standing.ts'
import type { SpcRequest } from './spc-request.ts'
import { causeLabel, variationWord } from './spc-words.ts'
import { RULE } from './special-cause-rules.ts'
import { undecidedRules } from './undecided.ts'
import type { Xmr } from './xmr.ts'
import type { XmrLimits } from './xmr-limits.ts'
import type { XmrSeries } from './xmr-series.ts'

type Flag = boolean | null

/** The parallel arrays of `stats spc`, one place a point; null where a value, a limit or a rule cannot be known. */
export function spcPoints(series: XmrSeries, result: Xmr, request: SpcRequest) {
  const columns = emptyColumns(series)
  const undecided = new Uint8Array(series.values.length)
  for (let g = 0; g < series.starts.length; g++) {
    const from = series.starts[g] as number
    const to = series.starts[g + 1] ?? series.values.length
    const limits = result.limits[g] as XmrLimits
    if (series.missing > 0 || Number.isNaN(limits.upper)) {
      undecidedRules(series.values, from, to, limits, result.marks, undecided)
    }
    for (let i = from; i < to; i++) {
      const mark = result.marks[i] as number
      const unknown = undecided[i] as number
      const cause = result.causes[i] as number
      columns.rebase_group.push(groupNumber(series, g))
      columns.in_baseline.push(i < from + request.baselinePoints && columns.value[i] !== null)
      columns.mean.push(finiteOrNull(limits.mean))
      columns.lpl.push(finiteOrNull(limits.lower))
      columns.upl.push(finiteOrNull(limits.upper))
      columns.relative_to_mean.push(finiteOrNull(Math.sign((series.values[i] as number) - limits.mean)))
      const outside = flag(mark, unknown, RULE.outside)
      columns.outside_limits.push(outside)
      columns.rule_outside.push(outside)
      columns.close_to_limits.push(
        unknown & RULE.outside ? null : !outside && isNear(series.values[i] as number, limits),
      )
      columns.rule_trend7.push(flag(mark, unknown, RULE.trend))
      columns.rule_two_in_three.push(flag(mark, unknown, RULE.twoOfThree))
      columns.rule_one_side7.push(flag(mark, unknown, RULE.oneSide))
      columns.special_cause_type.push(causeLabel(cause))
      columns.special_cause_flag.push(cause !== 0)
      columns.point_type.push(variationWord(cause, request.good))
      columns.short_group_warning.push(to - from < ESTABLISHED_POINTS)
    }
  }
  return columns
}

/** Groups are numbered from 0, or from 1 where a rebase falls on the first point, as the peer counts them. */
export function groupNumber(series: XmrSeries, g: number): number {
  return series.openedBy[0] === null ? g : g + 1
}

export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

function flag(mark: number, unknown: number, rule: number): Flag {
  return mark & rule ? true : unknown & rule ? null : false
}

function isNear(value: number, limits: XmrLimits): boolean {
  return value > limits.nearUpper || value < limits.nearLower
}

function emptyColumns(series: XmrSeries) {
  return {
    date: series.dates,
    value: Array.from(series.values, finiteOrNull),
    rebase_group: [] as number[],
    in_baseline: [] as boolean[],
    mean: [] as (number | null)[],
    lpl: [] as (number | null)[],
    upl: [] as (number | null)[],
    outside_limits: [] as Flag[],
    relative_to_mean: [] as (number | null)[],
    close_to_limits: [] as Flag[],
    rule_outside: [] as Flag[],
    rule_trend7: [] as Flag[],
    rule_two_in_three: [] as Flag[],
    rule_one_side7: [] as Flag[],
    special_cause_type: [] as string[],
    special_cause_flag: [] as boolean[],
    point_type: [] as string[],
    short_group_warning: [] as boolean[],
  }
}
