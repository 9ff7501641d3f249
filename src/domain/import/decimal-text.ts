/** A plain decimal, or one with an exponent of at most two digits, as spreadsheets write very small and large numbers. */
export const decimal = /^-?\d+(?:\.\d+)?(?:e[-+]?\d{1,2})?$/i

/** `text` times 10 to the power `places`, exactly: the point is moved and no binary fraction comes between. */
export function shiftDecimal(text: string, places: number): string {
  if (places === 0) return text
  const [, sign = '', whole = '0', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/i.exec(text) ?? []
  if (exponent !== undefined)
    return `${sign}${whole}${fraction && `.${fraction}`}e${Number(exponent) + places}`
  const digits = whole + fraction
  const point = whole.length + places
  if (point <= 0) return sign + tidied(`0.${'0'.repeat(-point)}${digits}`)
  if (point >= digits.length) return sign + tidied(digits.padEnd(point, '0'))
  return sign + tidied(`${digits.slice(0, point)}.${digits.slice(point)}`)
}

const tidied = (text: string): string => text.replace(/^0+(?=\d)/, '')

// What a spreadsheet itself shows: beyond 15 digits a binary number holds only the noise of its sums (66.900000000000006).
const digitsShown = 15

/** A spreadsheet's number as it shows it, without an exponent: 66.9, 0.0000012, 120000000000000000000. */
export function numberAsShown(value: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(digitsShown - 1).split('e')
  const plain = shiftDecimal(mantissa, Number(exponent))
  return (plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain).replace(/^-0$/, '0')
}
