import { assuranceOf } from './assurance.ts'
import { standingOf } from './limits-standing.ts'
import { show } from './show-input.ts'
import { finiteOrNull, groupNumber, spcPoints } from './spc-points.ts'
import { type SpcRequest, spcRequest } from './spc-request.ts'
import { assuranceWord, variationIcon, variationWord } from './spc-words.ts'
import { peerFailsOnGap } from './undecided.ts'
import { latestPoint, variationOf } from './variation.ts'
import { type Xmr, xmr } from './xmr.ts'
import { type XmrSeries, xmrSeries } from './xmr-series.ts'

/**
 * Answers one parsed line of `stats spc`: parallel arrays in date order, groups, and the verdict on the latest point.
 *
 * Never throws for bad input: the answer is then { id, status: 'error', message }, naming the series and the reason.
 * Our own behaviour unless `options.peer_behaviour` is true, which answers as NHSRplotthedots 0.2.2 does.
 */
export function spcAnswer(input: unknown): object {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return failure(null, 'a line must be one JSON object with dates and values')
  }
  const line = input as Readonly<Record<string, unknown>>
  const id = line.id ?? null
  const request = spcRequest(line.options ?? undefined)
  if (!request.ok) return failure(id, request.reason)
  if (!Array.isArray(line.dates)) return failure(id, 'dates must be a list')
  if (!Array.isArray(line.values)) return failure(id, 'values must be a list')
  const series = xmrSeries(line.dates, line.values, request.rebaseDates)
  if (!series.ok) return failure(id, series.reason)
  if (request.peerBehaviour && series.missing > 0 && gapStopsPeer(series)) {
    return failure(
      id,
      'a missing value lies among steps that otherwise agree, where the peer cannot decide the trend rule',
    )
  }
  return answer(id, series, request)
}

function answer(id: unknown, series: XmrSeries, request: SpcRequest): object {
  const result = xmr(series.values, request, series.starts)
  const groups = series.starts.map((_, g) => groupAnswer(series, result, g, request))
  const last = groups[groups.length - 1]
  return {
    id,
    status: 'ok',
    points: spcPoints(series, result, request),
    groups,
    overall: {
      variation_type: last?.variation_type ?? null,
      assurance_type: last?.assurance_type ?? null,
      variation_icon: variationIcon(last?.variation_type ?? null, request.good),
    },
    ...(request.peerBehaviour ? {} : { notes: notesOf(series, result) }),
  }
}

function groupAnswer(series: XmrSeries, result: Xmr, g: number, request: SpcRequest) {
  const from = series.starts[g] as number
  const to = series.starts[g + 1] ?? series.values.length
  const limits = result.limits[g] as Xmr['limits'][number]
  const tally = { 'common-cause': 0, improvement: 0, concern: 0, high: 0, low: 0 }
  for (let i = from; i < to; i++) tally[variationOf(result.causes[i] as number, request.good)]++
  const at = latestPoint(series.values, from, to, request.peerBehaviour)
  const isLast = g === series.starts.length - 1
  const assurance = isLast ? assuranceOf(limits, request.target, request.good, request.peerBehaviour) : null
  return {
    rebase_group: groupNumber(series, g),
    n: to - from,
    mean: finiteOrNull(limits.mean),
    lpl: finiteOrNull(limits.lower),
    upl: finiteOrNull(limits.upper),
    mr_screened_out: limits.rangesScreenedOut,
    common_cause: tally['common-cause'],
    special_cause_improvement: tally.improvement,
    special_cause_concern: tally.concern,
    variation_type: at < 0 ? null : variationWord(result.causes[at] as number, request.good),
    assurance_type: assuranceWord(assurance),
  }
}

/** What a reader should know before believing the verdict; empty when there is nothing to say. */
function notesOf(series: XmrSeries, result: Xmr): string[] {
  const notes: string[] = []
  const limits = result.limits[result.limits.length - 1]
  if (limits?.averageRange === 0 && limits.rangesScreenedOut > 0) {
    notes.push(
      'screening left only moving ranges of zero: the limits have no width, so read no special cause here',
    )
  }
  const size = series.values.length
  const from = series.starts[series.starts.length - 1] as number
  const known = series.values.subarray(from).filter((value) => !Number.isNaN(value)).length
  const standing = standingOf(known)
  if (standing === 'too-few')
    notes.push(`only ${known} values since the limits began: too few to read a chart`)
  if (standing === 'trial') notes.push(`only ${known} values since the limits began: trial limits`)
  if (Number.isNaN(series.values[size - 1] as number)) {
    const at = latestPoint(series.values, from, size, false)
    notes.push(
      at < 0
        ? 'no value since the latest rebase'
        : `the latest value is missing: variation is that of ${series.dates[at]}`,
    )
  }
  for (const date of series.unusedRebases)
    notes.push(`rebase date ${date} is not a point of the series and was not used`)
  return notes
}

function gapStopsPeer(series: XmrSeries): boolean {
  return series.starts.some((from, g) =>
    peerFailsOnGap(series.values, from, series.starts[g + 1] ?? series.values.length),
  )
}

function failure(id: unknown, reason: string): object {
  const name = id === null ? 'A series without an id' : `Series ${show(id)}`
  return { id, status: 'error', message: `${name}: ${reason}.` }
}
