import { shiftDecimal } from '../../import/decimal-text.ts'
import { plainText } from '../../import/plain-text.ts'
import { type Pence, parseMoney } from '../../money.ts'
import { type MoneyUnit, moneyUnits, unitWords } from './money-unit.ts'

/** What a cell of money holds. `step` is the smallest sum its decimals can tell: 100,000 pence for '1.234' in £m. */
export type AmountReading =
  | {
      readonly kind: 'amount'
      readonly pence: Pence
      readonly step: Pence
      readonly says: readonly string[]
    }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly problem: string }

export type AmountHabits = {
  /** In a file with semicolons between its cells, a comma is as likely a decimal point. */
  readonly commaIsAmbiguous?: boolean
}

const grouped = String.raw`\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:'\d{3})+|\d+`
const amount = new RegExp(
  String.raw`^(cr|dr)?\s*(£?\s*\()?\s*([-+–]?)\s*(£?)\s*([-+–]?)\s*((?:${grouped})(?:\.\d*)?|\.\d+)(e[-+]?\d{1,2})?\s*(k|m|mn|thousand|million)?\s*([-–]?)\s*(\))?\s*(cr|dr)?$`,
  'i',
)
const ownUnits: Readonly<Record<string, MoneyUnit>> = {
  k: 'thousands',
  thousand: 'thousands',
  m: 'millions',
  mn: 'millions',
  million: 'millions',
}
const longest = 60

/** No council has a line of £100 billion: so large a sum is one read in the wrong unit. */
const largest = 10_000_000_000_000n

/** Reads a cell of money, in the unit of its column, exactly: as finance systems and accountants write it, or not at all. */
export function readAmount(written: string, unit: MoneyUnit, habits: AmountHabits = {}): AmountReading {
  const text = plainText(written)
  if (text === '') return { kind: 'blank' }
  // A sheet's accounting format shows nought as a dash, and so does a CSV saved from it.
  if (/^£?\s*[-–—]$/.test(text))
    return {
      kind: 'amount',
      pence: 0n,
      step: 1n,
      says: ['A dash alone was read as nil, as accounts write it.'],
    }
  const found = text.length > longest ? null : amount.exec(text)
  if (!found) return unreadable(`'${shortened(text)}' is not an amount${whyNot(text)}. ${whatToWrite}`)
  const [, sideBefore, open, before, , after, digits = '', exponent = '', scale, behind, close, sideBehind] =
    found
  const side = (sideBefore ?? sideBehind)?.toLowerCase()
  const signs = [before, after, behind, open, side === 'cr' ? 'cr' : ''].filter(Boolean)
  const contradicts = side === 'dr' && signs.some((sign) => sign !== '+')
  if (Boolean(open) !== Boolean(close) || (sideBefore && sideBehind) || signs.length > 1 || contradicts)
    return unreadable(
      `'${text}' has more than one sign. Write it with one minus in front, for example -120.50.`,
    )
  if (habits.commaIsAmbiguous && digits.includes(','))
    return unreadable(
      `'${text}' may be meant with a decimal comma or with a thousands separator. Write it with a point and no separators, for example 1234.50.`,
    )
  const own = ownUnits[scale?.toLowerCase() ?? '']
  if (own !== undefined && own !== unit) return unreadable(mixed(text, own, unit))
  const bare = digits.replace(/[, ']/g, '').replace(/\.$/, '').replace(/^\./, '0.')
  const plain = exponent === '' ? bare : withoutExponent(bare, Number(exponent.slice(1)))
  const read = parseMoney(plain, unit)
  if (!read.ok)
    return unreadable(
      `'${text}' in ${unitWords(unit)} has fractions of a penny. Round it to whole pence in the file, or say which unit it is in.`,
    )
  if (read.value > largest)
    return unreadable(
      `'${text}' in ${unitWords(unit)} is more than £100 billion. Is it in pounds? Say which unit the file is in.`,
    )
  const negative = signs.some((sign) => sign !== '+')
  return {
    kind: 'amount',
    pence: negative ? -read.value : read.value,
    step: stepOf(plain, unit),
    says: understood(Boolean(open), side, [before, after, behind].includes('–'), Boolean(behind)),
  }
}

const withoutExponent = (bare: string, places: number): string => {
  const plain = shiftDecimal(bare, places)
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain
}

/** A tenth of the unit for each decimal that is written. */
const stepOf = (plain: string, unit: MoneyUnit): Pence => {
  const decimals = plain.split('.')[1]?.length ?? 0
  return 10n ** BigInt(Math.max(0, moneyUnits[unit].places - decimals))
}

const understood = (
  brackets: boolean,
  side: string | undefined,
  dash: boolean,
  behind: boolean,
): string[] => [
  ...(brackets ? ['An amount in brackets was read as below nought.'] : []),
  ...(behind ? ['A minus sign behind an amount was read as before it.'] : []),
  ...(dash ? ['A dash before an amount was read as a minus sign.'] : []),
  ...(side === 'cr' ? ["'CR' was read as a credit: below nought."] : []),
  ...(side === 'dr' ? ["'DR' was read as a debit: above nought."] : []),
]

const unreadable = (problem: string): AmountReading => ({ kind: 'unreadable', problem })
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, 20)}…` : text)
const whatToWrite = 'Write digits with a point, for example 1234.50.'

const mixed = (text: string, own: MoneyUnit, unit: MoneyUnit): string =>
  `'${text}' is in ${unitWords(own)}, and the amounts of this file are in ${unitWords(unit)}. Write every amount in one unit.`

/** The unit that a cell's own words give: '£1.2m' is in millions. */
export function ownUnitOf(written: string): MoneyUnit | null {
  const scale = amount.exec(plainText(written))?.[8]
  return ownUnits[scale?.toLowerCase() ?? ''] ?? null
}

function whyNot(text: string): string {
  if (text.startsWith('='))
    return ': it is a formula that holds no result. Open the file in a spreadsheet program, let it calculate, and save it'
  if (/^#[A-Z/0!?]+/i.test(text)) return ': it is an error in the spreadsheet. Mend its formula'
  if (text.includes('%')) return ': it is a percentage'
  if (/\d(?:bn|billion)$/i.test(text)) return ': billions are not read'
  if (/^[-–(]?£?\d+,\d{1,2}\)?$/.test(text))
    return ': a comma separates thousands here, and the decimals follow a point'
  return ''
}
