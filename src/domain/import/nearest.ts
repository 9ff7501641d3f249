/** The few texts most like `wanted`, nearest first; none when nothing is near enough to be a slip of the same word. */
export function nearest(wanted: string, known: Iterable<string>, most = 3): string[] {
  const target = wanted.toLowerCase()
  const limit = Math.max(1, Math.min(2, Math.floor(target.length / 3)))
  const found: { text: string; distance: number }[] = []
  for (const text of known) {
    if (Math.abs(text.length - target.length) > limit) continue
    const distance = editDistance(target, text.toLowerCase(), limit)
    if (distance <= limit) found.push({ text, distance })
  }
  return found
    .sort((a, b) => a.distance - b.distance || (a.text < b.text ? -1 : 1))
    .slice(0, most)
    .map(({ text }) => text)
}

/** Letters added, dropped, changed or swapped with their neighbour (Damerau 1964, Levenshtein 1966); stops above `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length] ?? limit + 1
}
