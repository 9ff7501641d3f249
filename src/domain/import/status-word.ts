/** Why a published value is not to be relied on, by the mark the collection puts in its status column. */
const doubts: Readonly<Record<string, string>> = {
  suspect_zero: 'Published as 0, which is likely to be a missing value',
  suspect_value: 'Far out of line with like councils',
  suspect_source: 'The published figure does not fit the rows around it',
}

export const statusWords = ['final', 'provisional', 'estimated', 'suppressed']

const also: Readonly<Record<string, string>> = {
  '': 'final',
  r: 'final',
  revised: 'final',
  p: 'provisional',
  e: 'estimated',
  estimate: 'estimated',
  c: 'suppressed',
  confidential: 'suppressed',
}

export type Status = { readonly status: string; readonly doubt: string | null }

/** A status as it is written or abbreviated; null when it is none. */
export function statusOf(written: string): Status | null {
  const word = written.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  if (Object.hasOwn(doubts, word)) return { status: 'final', doubt: doubts[word] ?? null }
  const status = statusWords.includes(word) ? word : Object.hasOwn(also, word) ? also[word] : undefined
  return status === undefined ? null : { status, doubt: null }
}
