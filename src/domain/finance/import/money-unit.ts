import { plainText } from '../../import/plain-text.ts'

/** What the amounts of a file are in: how it is called, how a heading writes it, and how many places it is from pence. */
export const moneyUnits = {
  pounds: { name: 'pounds', sign: '£', places: 2 },
  thousands: { name: 'thousands of pounds', sign: '£000', places: 5 },
  millions: { name: 'millions of pounds', sign: '£m', places: 8 },
} as const

export type MoneyUnit = keyof typeof moneyUnits

export const unitWords = (unit: MoneyUnit): string => `${moneyUnits[unit].name} (${moneyUnits[unit].sign})`

const millions = /£\s?(?:m|mn|mill|millions?)(?![a-z])|\bmillions? of pounds\b|\bpounds? millions?\b/i
const thousands =
  /£\s?(?:k|thousands?)(?![a-z])|£\s?['’]?000(?:['’]?s)?(?!\d)|\bthousands? of pounds\b|(?:^|[([]\s*)['’]?000(?:['’]?s)?\s*(?:[)\]]|$)/i
const pounds = /£(?![\s'’]*[\dkm])|\bin (?:whole )?pounds\b|^(?:whole )?pounds$/i

/** The unit that a heading gives: 'Budget £m', "£'000", 'Forecast (£)'; null when it gives none. */
export function unitInHeading(written: string): MoneyUnit | null {
  const text = plainText(written)
  if (millions.test(text)) return 'millions'
  if (thousands.test(text)) return 'thousands'
  return pounds.test(text) ? 'pounds' : null
}

/** A heading without the unit it gives: 'Budget £m' is 'Budget'. */
export function withoutUnit(written: string): string {
  let text = plainText(written)
  for (const pattern of [millions, thousands, /£/]) text = text.replace(pattern, ' ')
  return text
    .replace(/[([]\s*[)\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const speaksOfUnits =
  /\b(?:figures|amounts|values|sums|all|shown|stated|presented|expressed|units?|in)\b|^\W*£|[([]\s*£[^)\]]*[)\]]/i

/** The unit that a line of words gives for the whole file: 'All figures in £000', '£m'. A sum in a sentence is no unit. */
export function unitInSentence(written: string): MoneyUnit | null {
  const text = plainText(written)
  if (text.length > 200 || !speaksOfUnits.test(text)) return null
  if (/£\s?\d(?!00\b|00['’]?s\b)|£\s?[1-9]/.test(text)) return null
  const worded = /\b(?:in|figures|amounts|values)\b.*\b(pounds|thousands|millions)\b/i.exec(text)?.[1]
  return unitInHeading(text) ?? unitNamed(worded ?? '')
}

/** The unit of that name or sign, as somebody states it in an option. */
export function unitNamed(text: string): MoneyUnit | null {
  const word = text.trim().toLowerCase().replace(/[’']/g, '')
  const units = Object.entries(moneyUnits) as [MoneyUnit, (typeof moneyUnits)[MoneyUnit]][]
  const known = units.find(([unit, { name, sign }]) => word === unit || word === name || word === sign)?.[0]
  return known ?? also[word] ?? null
}

const also: Readonly<Record<string, MoneyUnit>> = {
  pound: 'pounds',
  thousand: 'thousands',
  '£k': 'thousands',
  '000': 'thousands',
  '000s': 'thousands',
  '£000s': 'thousands',
  million: 'millions',
}
