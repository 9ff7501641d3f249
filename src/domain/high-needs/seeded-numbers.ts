/**
 * Numbers from 0 up to 1 that look drawn by lot and are the same for the same seed, on every machine: Mulberry32, 32 bits
 * of state, by Tommy Ettinger, 2017 (public domain). For simulation, not for secrets.
 */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
