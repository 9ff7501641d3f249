export interface Saying {
  readonly said: number
  readonly happened: boolean
}

/** When it said about `said`, it was so in `happened` of `count` cases. Shares 0 to 1. */
export interface Calibration {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly said: number
  readonly happened: number
}

const GROUPS = 5

/**
 * Stated probabilities beside how often the thing came true, in fifths of the scale; empty fifths are left out.
 *
 * Method: reliability table (Murphy & Winkler, 1977, Applied Statistics 26(1), 41–47). Units: shares 0 to 1.
 * Nothing said: no rows.
 */
export function calibration(sayings: readonly Saying[]): Calibration[] {
  const rows: Calibration[] = []
  for (let group = 0; group < GROUPS; group++) {
    let count = 0
    let said = 0
    let happened = 0
    for (const one of sayings) {
      if (Math.min(GROUPS - 1, Math.floor(one.said * GROUPS)) !== group) continue
      count++
      said += one.said
      if (one.happened) happened++
    }
    if (count === 0) continue
    rows.push({
      from: group / GROUPS,
      to: (group + 1) / GROUPS,
      count,
      said: said / count,
      happened: happened / count,
    })
  }
  return rows
}
