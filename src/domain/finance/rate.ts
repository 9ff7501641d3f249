import type { Pence } from '../money.ts'
import type { Parsed } from '../period.ts'

/** A rate is a whole number of hundredths of a per cent, so that it is as exact as the money it is applied to. */
export type Rate = number

/** Reads '5.3' or '5.3%'. Refuses more than two decimals, which would be lost. */
export function parseRate(text: string): Parsed<Rate> {
  const match = text
    .trim()
    .replace(/\s*%$/, '')
    .match(/^([-−]?)(\d{1,4})(?:\.(\d{1,2}))?$/)
  if (!match)
    return {
      ok: false,
      problem: `'${text}' is not a percentage; write digits with at most two decimals, for example 5.3`,
    }
  const [, sign, whole = '0', fraction = ''] = match
  const size = Number(whole + fraction.padEnd(2, '0'))
  return { ok: true, value: sign && size > 0 ? -size : size }
}

/** '5.3%', '84%', '−0.25%'; with at least so many decimals, '1.0%'. */
export function rateText(rate: Rate, decimals = 0): string {
  const [whole = '', fraction = ''] = rateDecimal(rate).replace('-', '−').split('.')
  const padded = fraction.padEnd(decimals, '0')
  return `${whole}${padded && `.${padded}`}%`
}

/** The exact rate as a decimal string: '5.3', '-0.25'. */
export function rateDecimal(rate: Rate): string {
  const size = Math.abs(rate)
  const fraction = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${rate < 0 ? '-' : ''}${Math.floor(size / 100)}${fraction && `.${fraction}`}`
}

/** What `part` is of `whole` in per cent, rounded to so many decimals: 1.299 of 1.548 is '83.9'. Null of nothing. */
export function percentOf(part: Pence, whole: Pence, decimals: number): string | null {
  if (whole === 0n) return null
  const scaled = part * 100n * 10n ** BigInt(decimals)
  const negative = scaled < 0n !== whole < 0n
  const size = (value: bigint) => (value < 0n ? -value : value)
  const rounded = (size(scaled) + size(whole) / 2n) / size(whole)
  const digits = String(rounded).padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return negative && rounded > 0n ? `-${text}` : text
}
