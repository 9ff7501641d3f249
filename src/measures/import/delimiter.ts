const candidates = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof candidates)[number]
const linesLookedAt = 30

/**
 * What stands between the cells of a CSV: the character that parts most of its first lines alike. Lines of preamble have
 * none or few, so the count that most lines share decides, not the first line's.
 */
export function delimiterOf(text: string): Delimiter {
  const lines = unquoted(text)
    .split(/\r\n|\n|\r/)
    .slice(0, linesLookedAt)
    .filter((line) => line.trim() !== '')
  const scores = candidates.map((candidate) => {
    const counts = lines.map((line) => line.split(candidate).length - 1).filter((count) => count > 0)
    const common = Map.groupBy(counts, (count) => count)
    const [count = 0, same = []] =
      [...common].toSorted(([a, x], [b, y]) => y.length * b - x.length * a)[0] ?? []
    return { candidate, score: count * same.length }
  })
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).candidate
}

const unquoted = (text: string): string => text.replace(/"[^"]*"/g, '')
