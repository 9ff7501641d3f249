/** '68', '68.5%', '£1,200': what people type, as an exact decimal. Null when it is not a number. */
export function readDecimal(typed: string): string | null {
  const plain = typed.replace(/[,\s£%]/g, '').replace(/^−/, '-')
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? plain : null
}
