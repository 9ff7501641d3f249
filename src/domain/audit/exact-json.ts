/**
 * Reads JSON so that a number is never taken for its neighbour: 9007199254740993 would be read as …992, and a change of
 * the last digit in the database would go unseen. A number that a double does not hold becomes a text that says so.
 */
export function exactJson(text: string): unknown {
  return JSON.parse(text, exactly as (name: string, value: unknown) => unknown)
}

// ECMAScript gives a reviver the number's own digits; the types do not know of it yet.
function exactly(_name: string, value: unknown, { source }: { source?: string }): unknown {
  if (typeof value !== 'number' || source === undefined) return value
  return decimal(source) === decimal(String(value)) ? value : `not exact: ${source}`
}

/** Sign, digits and power of ten, so that 1.50, 15e-1 and 1.5 are alike. */
function decimal(written: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  const kept = digits.replace(/0+$/, '')
  if (kept === '') return whole === '' ? written : '0'
  return `${sign}${kept}e${Number(power) - fraction.length + digits.length - kept.length}`
}
