import { decimal, shiftDecimal } from './decimal-text.ts'
import type { Sign } from './incoming.ts'
import { plainText } from './plain-text.ts'
import { marks, type NoFigure, noFigure } from './shorthand.ts'

/** What a cell that should hold a number holds, and what was understood where it could be read otherwise. */
export type CellReading =
  | {
      readonly kind: 'number'
      readonly decimal: string
      readonly sign: Sign
      readonly status: 'provisional' | 'estimated' | null
      readonly doubt: string | null
      readonly says: readonly string[]
    }
  | { readonly kind: NoFigure; readonly says: readonly string[] }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly problem: string }

export type CellHabits = {
  /** In a file with semicolons between its cells, a comma is as likely a decimal point. */
  readonly commaIsAmbiguous?: boolean
}

const plain = (text: string): CellReading => ({
  kind: 'number',
  decimal: text,
  sign: null,
  status: null,
  doubt: null,
  says: [],
})
const longest = 60

/** Reads a cell as people and publishers write numbers: exactly, saying what was understood, or not at all. */
export function readCell(written: string, habits: CellHabits = {}): CellReading {
  if (decimal.test(written) && written.length <= longest) return plain(written)
  const text = plainText(written)
  if (text === '') return { kind: 'blank' }
  const missing = noFigure.get(text.toLowerCase())
  if (missing) return { kind: missing.kind, says: [missing.says] }
  const bounded = /^(?:<|>|less than|fewer than|under|over|more than)\s*=?\s*[\d.,]+\s*%?$/i.test(text)
  if (bounded)
    return {
      kind: 'suppressed',
      says: ['A bound such as <5 was read as too small or too near to publish: stored as suppressed.'],
    }
  if (text.toLowerCase() === '[low]') return lowFigure
  return text.length > longest
    ? unreadable(`'${text.slice(0, 20)}…' is too long for a number.`)
    : numberIn(text, habits)
}

const lowFigure: CellReading = {
  kind: 'number',
  decimal: '0',
  sign: null,
  status: 'estimated',
  doubt: null,
  says: ["'[low]' was read as 0, estimated: more than nought, and less than half of the last digit printed."],
}

const unreadable = (problem: string): CellReading => ({ kind: 'unreadable', problem })

function numberIn(written: string, { commaIsAmbiguous = false }: CellHabits): CellReading {
  const says: string[] = []
  let text = written
  let status: 'provisional' | 'estimated' | null = null
  let doubt: string | null = null
  for (let found = markAtEnd(text); found !== null; found = markAtEnd(text)) {
    const mark = marks[found.mark]
    if (!mark)
      return unreadable(`'${written}' ends in a mark, [${found.mark}], that is not known. ${whatToWrite}`)
    says.push(mark.says)
    status = mark.status ?? status
    doubt = mark.doubt ?? doubt
    text = found.before
  }
  const read = amountIn(text)
  if (read === null) return unreadable(`'${written}' is not a number${whyNot(written)}. ${whatToWrite}`)
  if (commaIsAmbiguous && text.includes(','))
    return unreadable(
      `'${written}' may be meant with a decimal comma or with a thousands separator. Write it with a point and no separators, for example 1234.5.`,
    )
  return {
    kind: 'number',
    decimal: read.decimal,
    sign: read.sign,
    status,
    doubt,
    says: [...read.says, ...says],
  }
}

function markAtEnd(text: string): { before: string; mark: string } | null {
  const found = /^(.*\d.*?)(?:\s*\[([a-z]+)\]|\s+\(?([prebu])\)?)$/i.exec(text)
  return found ? { before: (found[1] ?? '').trim(), mark: (found[2] ?? found[3] ?? '').toLowerCase() } : null
}

const whatToWrite =
  'Write digits, for example 1234.5, or one of [c] confidential, [x] not available, [z] not applicable.'

const grouped = String.raw`\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:'\d{3})+|\d+`
const amount = new RegExp(
  String.raw`^(\()?\s*([-+–]?)\s*(£?)\s*([-+–]?)\s*((?:${grouped})(?:\.\d*)?|\.\d+)(e[-+]?\d{1,2})?\s*(k|m|bn|thousand|million|billion)?\s*(%|per cent|percent)?\s*(-?)\s*(\))?$`,
  'i',
)
const powers: Readonly<Record<string, number>> = { k: 3, thousand: 3, m: 6, million: 6, bn: 9, billion: 9 }

function amountIn(text: string): { decimal: string; sign: Sign; says: string[] } | null {
  const found = amount.exec(text)
  if (!found) return null
  const [, open, before, pounds, after, digits = '', exponent = '', scale, percent, behind, close] = found
  const signs = [before, after, behind].filter(Boolean)
  if (Boolean(open) !== Boolean(close) || signs.length + (open ? 1 : 0) > 1) return null
  if ((pounds && percent) || (exponent && scale)) return null
  // '5m' may be metres or minutes; with a pound sign, or the word, it can only be millions.
  if (scale && scale.length <= 2 && !pounds) return null
  const says = [
    ...(/[, ']/.test(digits) ? ['A thousands separator was left out.'] : []),
    ...(open ? ['A number in brackets was read as below nought.'] : []),
    ...(behind ? ['A minus sign behind a number was read as before it.'] : []),
    ...(signs.includes('–') ? ['A dash before a number was read as a minus sign.'] : []),
    ...(scale
      ? [`'${scale.toLowerCase()}' was read as times 1${'0'.repeat(powers[scale.toLowerCase()] ?? 0)}.`]
      : []),
    ...(percent ? ['A percent sign was read: the figure is a percentage, from 0 to 100.'] : []),
    ...(pounds ? ['A pound sign was read: the figure is in pounds.'] : []),
  ]
  const bare = digits.replace(/[, ']/g, '').replace(/\.$/, '').replace(/^\./, '0.')
  const negative = Boolean(open || behind) || signs.some((sign) => sign === '-' || sign === '–')
  const moved = shiftDecimal(bare + exponent, powers[scale?.toLowerCase() ?? ''] ?? 0)
  return { decimal: `${negative ? '-' : ''}${moved}`, sign: percent ? '%' : pounds ? '£' : null, says }
}

function whyNot(text: string): string {
  if (text.startsWith('='))
    return ': it is a formula that holds no result. Open the file in a spreadsheet program, let it calculate, and save it'
  if (/^#[A-Z/0!?]+/i.test(text)) return ': it is an error in the spreadsheet. Mend its formula'
  if (/^[-–—]+$/.test(text))
    return ': a dash may stand for nought or for no figure. Write 0 where nought is meant'
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$|^\d{1,2}[-/ ]?[A-Za-z]{3,9}|^[A-Za-z]{3,9}[-/ ]\d{2,4}$/.test(text))
    return ': it looks like a date, which a spreadsheet may have made of it'
  if (/^\d+,\d{1,2}$/.test(text)) return ': a comma separates thousands here, and the decimals follow a point'
  return ''
}
