import type { GoodDirection } from '../measures/measure.ts'
import { baselineOf } from './baseline-points.ts'
import { type Refused, refused } from './refused.ts'
import { show } from './show-input.ts'
import type { XmrSettings } from './xmr.ts'

export interface SpcRequest extends XmrSettings {
  readonly ok: true
  readonly good: GoodDirection
  readonly target: number | null
  readonly rebaseDates: readonly unknown[]
}

const DIRECTIONS: Readonly<Record<string, GoodDirection>> = {
  increase: 'high',
  decrease: 'low',
  neutral: 'none',
}

/** Reads the `options` of one line of `stats spc`; what is absent or null takes its default. */
export function spcRequest(options: unknown): SpcRequest | Refused {
  if (options !== undefined && (typeof options !== 'object' || options === null || Array.isArray(options))) {
    return refused('options must be an object')
  }
  const given = (options ?? {}) as Readonly<Record<string, unknown>>
  const direction = given.improvement_direction ?? 'increase'
  const good = typeof direction === 'string' ? DIRECTIONS[direction] : undefined
  if (good === undefined)
    return refused(`improvement_direction is ${show(direction)}; use increase, decrease or neutral`)
  const target = given.target ?? null
  if (target !== null && !(typeof target === 'number' && Number.isFinite(target))) {
    return refused(`target is ${show(target)}; give a finite number, or null for none`)
  }
  const screenOutliers = given.screen_outliers ?? true
  if (typeof screenOutliers !== 'boolean')
    return refused(`screen_outliers is ${show(screenOutliers)}; use true or false`)
  const peerBehaviour = given.peer_behaviour ?? false
  if (typeof peerBehaviour !== 'boolean')
    return refused(`peer_behaviour is ${show(peerBehaviour)}; use true or false`)
  const rebaseDates = given.rebase_dates ?? []
  if (!Array.isArray(rebaseDates)) return refused('rebase_dates must be a list of dates')
  const baselinePoints = baselineOf(given.fix_after_n_points ?? null)
  if (typeof baselinePoints === 'string') return refused(baselinePoints)
  const screening = screenOutliers ? 'always' : 'off'
  return { ok: true, good, target, screening, peerBehaviour, rebaseDates, baselinePoints }
}
