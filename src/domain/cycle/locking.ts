import { counted } from '../counted.ts'
import type { RequestState } from './request-state.ts'

export type Standing = { readonly measure: string; readonly state: RequestState }

/** What stands in the way of locking a quarter, and what would be missing from it. */
export type Locking = {
  /** Answered and on the way: they must be assured, or sent back, first. */
  readonly blocking: readonly string[]
  /** Nobody answered, or what was answered was sent back. The quarter may be locked without them, with a reason. */
  readonly gaps: readonly string[]
}

export function lockingOf(requests: readonly Standing[]): Locking {
  const codes = (...states: RequestState[]) =>
    requests.filter(({ state }) => states.includes(state)).map(({ measure }) => measure)
  return { blocking: codes('given', 'confirmed', 'signed-off'), gaps: codes('waiting', 'sent-back') }
}

/** Why a quarter may not be locked; null when it may. */
export function whyNotLock({ blocking, gaps }: Locking, gapsReason: string | null): string | null {
  if (blocking.length > 0)
    return `${counted(blocking.length, 'answer')} ${blocking.length === 1 ? 'is' : 'are'} still on the way to being assured: ${listed(blocking)}. Assure ${blocking.length === 1 ? 'it' : 'them'} or send ${blocking.length === 1 ? 'it' : 'them'} back first.`
  if (gaps.length > 0 && gapsReason === null)
    return `${counted(gaps.length, 'figure')} ${gaps.length === 1 ? 'is' : 'are'} missing: ${listed(gaps)}. Say why the quarter is locked without ${gaps.length === 1 ? 'it' : 'them'}: the report prints the reason.`
  return null
}

const listed = (codes: readonly string[]): string =>
  codes.length <= 6 ? codes.join(', ') : `${codes.slice(0, 6).join(', ')} and ${codes.length - 6} more`
