import { plainText } from '../../import/plain-text.ts'

const patterns = [
  /^(?:sub[\s-]?|grand |overall )?totals?\b/,
  /\b(?:sub[\s-]?)?totals?$/,
  /^(?:total )?net (?:expenditure|costs?|position|budget|revenue|total|service)\b/,
  /\bnet (?:expenditure|cost|position|total)$/,
  /^(?:forecast |projected )?(?:year[\s-]end|outturn) (?:deficit|surplus|position|variance|result|overspend|underspend)/,
  /^(?:sum|overall position|bottom line)$/,
]

/** Whether a row calls itself a total: 'Sub-total', 'Total Service Net Expenditure', '**TOTAL**', 'Net expenditure'. */
export function isTotalName(written: string): boolean {
  const text = plainText(written)
    .replace(/[*_:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  return patterns.some((pattern) => pattern.test(text))
}

/** What a total is of, where its name says so: 'Total Adult Social Care', 'Adult Social Care sub-total'. */
export const totalOf = (written: string): string =>
  plainText(written)
    .replace(/[*_:]+/g, ' ')
    .replace(/^(?:sub[\s-]?|grand )?totals?(?: (?:of|for))?\b/i, '')
    .replace(/\b(?:sub[\s-]?)?totals?$/i, '')
    .replace(/\s+/g, ' ')
    .trim()
