/** An exact number: `over` is positive. No binary fraction comes between what is recorded and what is worked out. */
export type Fraction = { readonly of: bigint; readonly over: bigint }

/** A plain decimal ('12.30', '-4') as the fraction it is; null when it is none. */
export function fractionOf(text: string): Fraction | null {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '') return null
  return { of: BigInt(`${sign}${whole}${decimals}`), over: 10n ** BigInt(decimals.length) }
}

export const times = (a: Fraction, b: Fraction): Fraction => ({ of: a.of * b.of, over: a.over * b.over })

/** `b` must not be nought. */
export const dividedBy = (a: Fraction, b: Fraction): Fraction =>
  b.of < 0n ? { of: -a.of * b.over, over: a.over * -b.of } : { of: a.of * b.over, over: a.over * b.of }

export const minus = (a: Fraction, b: Fraction): Fraction => ({
  of: a.of * b.over - b.of * a.over,
  over: a.over * b.over,
})

export const size = ({ of, over }: Fraction): Fraction => ({ of: of < 0n ? -of : of, over })

export const atMost = (a: Fraction, b: Fraction): boolean => a.of * b.over <= b.of * a.over

/** Half of the last place that a figure of so many decimals shows: what rounding alone can do to it. */
export const halfPlace = (decimals: number): Fraction => ({ of: 1n, over: 2n * 10n ** BigInt(decimals) })

/** As a decimal text, half rounded away from nought. */
export function decimalText({ of, over }: Fraction, decimals: number): string {
  const scaled = (of < 0n ? -of : of) * 10n ** BigInt(decimals)
  const rounded = (2n * scaled + over) / (2n * over)
  const digits = rounded.toString().padStart(decimals + 1, '0')
  const point = digits.length - decimals
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
  return of < 0n && rounded !== 0n ? `-${text}` : text
}
