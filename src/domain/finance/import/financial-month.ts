import { readPeriod } from '../../import/period-cell.ts'
import { plainText } from '../../import/plain-text.ts'
import { financialStartYear, financialYear, month, type Parsed } from '../../period.ts'
import { periodText } from '../../period-text.ts'

const yearOf = (startYear: number): string => `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`

/** The financial year, '2024-25', that a month, '2024-06', lies in. */
export const financialYearOf = (monthName: string): string => yearOf(financialStartYear(`${monthName}-01`))

/** '2024/25' for a reader. */
export const yearText = (year: string): string => year.replace('-', '/')

/** 'June 2024' for a reader. */
export function monthWords(monthName: string): string {
  const [year = 0, number = 1] = monthName.split('-').map(Number)
  return periodText(month(year, number))
}

/** '2024-25', '2024/25', '2024/2025', '24/25', 'FY 2024-25' as '2024-25'. */
export function readFinancialYear(written: string): Parsed<string> {
  const short = /^(?:fy\s*)?(\d{2})\s?[/-]\s?(\d{2})$/i.exec(plainText(written))
  const read = readPeriod(short ? `20${short[1]}-${short[2]}` : written)
  if (read.ok && read.value.granularity === 'financial-year')
    return { ok: true, value: yearOf(financialStartYear(read.value.start)) }
  return { ok: false, problem: `'${written}' is not a financial year; write it as 2024-25.` }
}

const numbered = /^(?:p|m|period|month|mth|pd)\.?\s*0?(\d{1,2})$/i
const names = ['apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'jan', 'feb', 'mar']

/**
 * A month as finance systems write it: '2024-06', 'Jun-24', a day in it; and with the financial year known, 'P3',
 * 'Period 3', '3' or 'June', counted from April.
 */
export function readFinancialMonth(written: string, year: string | null): Parsed<string> {
  const text = plainText(written)
  const number = numberOf(text)
  if (number !== null) {
    if (year === null)
      return {
        ok: false,
        problem: `'${text}' is a month of a financial year, and no year is given. Say which.`,
      }
    if (number < 1 || number > 12)
      return {
        ok: false,
        problem: `'${text}' is not a month: periods run from 1 (April) to 12 (March). Amounts of a closing period belong to period 12.`,
      }
    return { ok: true, value: monthNumbered(number, year) }
  }
  const read = readPeriod(text)
  if (read.ok && (read.value.granularity === 'month' || read.value.granularity === 'moment'))
    return { ok: true, value: read.value.start.slice(0, 7) }
  return { ok: false, problem: `'${text}' is not a month; write it as 2024-06, Jun-24 or P3.` }
}

function numberOf(text: string): number | null {
  const digits = (numbered.exec(text) ?? /^0?(\d{1,2})$/.exec(text))?.[1]
  if (digits !== undefined) return Number(digits)
  const named = /^[a-z]{3,9}$/i.test(text) ? names.indexOf(text.slice(0, 3).toLowerCase()) : -1
  return named < 0 ? null : named + 1
}

/** The month of that number in a financial year: 1 is April. */
function monthNumbered(number: number, year: string): string {
  const start = Temporal.PlainDate.from(financialYear(Number(year.slice(0, 4))).start)
  return start
    .add({ months: number - 1 })
    .toString()
    .slice(0, 7)
}
