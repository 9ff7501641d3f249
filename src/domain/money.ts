import type { Parsed } from './period.ts'

/**
 * Money is whole pence in a bigint: exact, never a binary float. It is rounded only when printed, and a printed total
 * is the rounded total, not the total of rounded parts.
 */
export type Pence = bigint

export const sumPence = (amounts: Iterable<Pence>): Pence => {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

const scales = { pounds: 2, thousands: 5, millions: 8 } as const

/**
 * Reads a decimal amount such as '121.738' given in pounds, thousands or millions of pounds. Refuses what is not a
 * plain number, and fractions of a penny, which would be lost.
 */
export function parseMoney(text: string, unit: keyof typeof scales): Parsed<Pence> {
  const match = text.trim().match(/^([-−]?)(\d+)(?:\.(\d+))?$/)
  if (!match)
    return {
      ok: false,
      problem: `'${text}' is not an amount; write digits with a point, for example 121.738`,
    }
  const [, sign, whole = '0', fraction = ''] = match
  const places = scales[unit]
  if (fraction.replace(/0+$/, '').length > places)
    return { ok: false, problem: `'${text}' in ${unit} of pounds has fractions of a penny` }
  const pence = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'))
  return { ok: true, value: sign ? -pence : pence }
}

/** Half rounds away from zero, as a printed table does. */
export function roundPence(amount: Pence, unit: Pence): Pence {
  const size = amount < 0n ? -amount : amount
  const rounded = ((size + unit / 2n) / unit) * unit
  return amount < 0n ? -rounded : rounded
}

/** Millions to three decimals without a sign of currency, for the cells of a table headed £m: '301.418', '−0.120'. */
export function millionsText(amount: Pence): string {
  const thousands = roundPence(amount, 100_000n) / 100_000n
  const size = thousands < 0n ? -thousands : thousands
  const text = `${(size / 1000n).toLocaleString('en-GB')}.${String(size % 1000n).padStart(3, '0')}`
  return thousands < 0n ? `−${text}` : text
}

/** '£5.380m', '−£95.740m'. */
export function poundsMillionText(amount: Pence): string {
  const text = millionsText(amount)
  return text.startsWith('−') ? `−£${text.slice(1)}m` : `£${text}m`
}

/** As short as it is exact to thousands, for a sentence: '£141m', '£9.810m'. */
export const shortMillionsText = (amount: Pence): string => poundsMillionText(amount).replace(/\.000m$/, 'm')

/** Whole pounds: '58,248,351', '−12'. */
export function wholePoundsText(amount: Pence): string {
  const pounds = roundPence(amount, 100n) / 100n
  return pounds < 0n ? `−${(-pounds).toLocaleString('en-GB')}` : pounds.toLocaleString('en-GB')
}

/** In pounds with the sign before the £, pence only where there are any: '£58,248,351', '−£12', '£0.50'. */
export function poundsText(amount: Pence): string {
  const size = amount < 0n ? -amount : amount
  const pence = size % 100n === 0n ? '' : `.${String(size % 100n).padStart(2, '0')}`
  return `${amount < 0n ? '−' : ''}£${(size / 100n).toLocaleString('en-GB')}${pence}`
}

/** A variance in words, positive being overspend: 'overspend of £2.000m', 'underspend of £0.120m', 'on budget'. */
export function varianceText(variance: Pence): string {
  const text = millionsText(variance < 0n ? -variance : variance)
  if (text === '0.000') return 'on budget'
  return `${variance > 0n ? 'overspend' : 'underspend'} of £${text}m`
}

/** The exact amount in pounds as a decimal string, for files and manifests: '301418000.00'. */
export function poundsDecimal(amount: Pence): string {
  const size = amount < 0n ? -amount : amount
  return `${amount < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}

/** The exact amount in £m as a decimal string, for a column headed £m: '301.418', '-0.53', '0.00000001'. */
export function millionsDecimal(amount: Pence): string {
  const size = amount < 0n ? -amount : amount
  const fraction = String(size % 100_000_000n)
    .padStart(8, '0')
    .replace(/0+$/, '')
  const whole = `${amount < 0n ? '-' : ''}${size / 100_000_000n}`
  return fraction === '' ? whole : `${whole}.${fraction}`
}
