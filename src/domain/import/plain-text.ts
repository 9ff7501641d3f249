const wide = /[\uFF01-\uFF5E]/g
const spaces = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t\r\n]/g
const minuses = /[\u2212\uFE63]/g
const invisible = /[\u200B-\u200D\u2060\uFEFF]/g
const unusual = /[^ -~]|^['\s]|\s$/

/**
 * A cell's text with full-width letters and digits made plain, odd spaces made plain, and the apostrophe gone that keeps
 * a spreadsheet from running it. Superscripts stay as they are: '12.3²' is a footnote, not 12.32.
 */
export function plainText(text: string): string {
  if (!unusual.test(text)) return text
  return text
    .replace(wide, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(spaces, ' ')
    .replace(minuses, '-')
    .replace(invisible, '')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
}
