/** Relative and absolute tolerance of the reference figures; the absolute one is multiplied by the size of the input. */
const RELATIVE = 1e-9
const ABSOLUTE = 1e-12

/** Every place where `got` differs from `expected`: numbers beyond tolerance, anything else unless exactly equal. */
export function disagreements(got: unknown, expected: unknown, size = 1, path = ''): string[] {
  if (typeof expected === 'number' && typeof got === 'number') {
    const allowed = RELATIVE * Math.abs(expected) + ABSOLUTE * size
    return Math.abs(got - expected) <= allowed ? [] : [`${path}: ${got}, expected ${expected}`]
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof got !== 'object' || got === null)
      return [`${path}: ${String(got)}, expected ${JSON.stringify(expected)}`]
    const found = got as Record<string, unknown>
    return Object.entries(expected).flatMap(([key, value]) =>
      disagreements(found[key], value, size, `${path}.${key}`),
    )
  }
  return got === expected ? [] : [`${path}: ${String(got)}, expected ${String(expected)}`]
}
