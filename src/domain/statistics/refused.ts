/** Wrong input is a value: what was refused and why, in words a person can act on. */
export interface Refused {
  readonly ok: false
  readonly reason: string
}

export function refused(reason: string): Refused {
  return { ok: false, reason }
}
