import type { Mitigation } from './model.ts'

/**
 * What a mitigation is worth in the financial year beginning in April of `startYear`, in pence, were it delivered in full.
 * In the nth month from its start it gives n ramp-ths of a twelfth of its full value, never more than the twelfth.
 */
export function mitigationValue(
  { startMonth, rampMonths, fullYearValue }: Mitigation,
  startYear: number,
): number {
  const [year = 0, month = 1] = startMonth.split('-').map(Number)
  const started = (startYear - year) * 12 + (4 - month)
  let twelfths = 0
  for (let inYear = 0; inYear < 12; inYear++) {
    const nth = started + inYear + 1
    if (nth > 0) twelfths += Math.min(1, nth / rampMonths)
  }
  return (Number(fullYearValue) * twelfths) / 12
}
