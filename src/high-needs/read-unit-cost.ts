import { type Pence, parseMoney } from '../domain/money.ts'
import type { Parsed } from '../domain/period.ts'

/** Less than any placement costs in a year, in pounds. */
const least = 500

/** The cost of a plan in a year in pounds. One that was written in thousands or millions is told by its size. */
export function readUnitCost(typed: string): Parsed<Pence> {
  const plain = typed.replace(/[£,\s]/g, '')
  const value = Number(plain)
  if (plain !== '' && value > 0 && value < least)
    return {
      ok: false,
      problem: `a unit cost of £${plain} a year looks like thousands or millions of pounds; write it in pounds, such as 52000`,
    }
  return parseMoney(plain, 'pounds')
}
