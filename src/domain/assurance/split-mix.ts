const bits = 64
const whole = 1n << BigInt(bits)
const golden = 0x9e3779b97f4a7c15n

export type Chance = {
  /** The next number of the sequence, from 0 to 2⁶⁴ − 1. */
  readonly next: () => bigint
  /** A number from 0 to `count` − 1, each equally likely. */
  readonly below: (count: number) => number
}

/**
 * Numbers that look like chance and are the same for the same seed, so that a draw can be made again by anybody.
 *
 * Method: SplitMix64 (Steele, Lea and Flood, 2014, Fast splittable pseudorandom number generators, OOPSLA), on exact
 * integers. A number in the incomplete last stretch of the range is passed over, so that none is likelier than another.
 */
export function splitMix64(seed: bigint): Chance {
  let state = BigInt.asUintN(bits, seed)
  const next = (): bigint => {
    state = BigInt.asUintN(bits, state + golden)
    let mixed = BigInt.asUintN(bits, (state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n)
    mixed = BigInt.asUintN(bits, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn)
    return mixed ^ (mixed >> 31n)
  }
  const below = (count: number): number => {
    const choices = BigInt(count)
    const limit = whole - (whole % choices)
    let drawn = next()
    while (drawn >= limit) drawn = next()
    return Number(drawn % choices)
  }
  return { next, below }
}

/** A whole number of at most 20 digits below 2⁶⁴; null when the text is none. */
export function seedOf(text: string): bigint | null {
  if (!/^\d{1,20}$/.test(text)) return null
  const seed = BigInt(text)
  return seed < whole ? seed : null
}
