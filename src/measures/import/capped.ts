/** A list that remembers its first entries and counts the rest: what is wrong with a file may be as long as the file. */
export type Capped<T> = {
  readonly first: readonly T[]
  readonly count: number
  readonly add: (...more: T[]) => void
}

export function capped<T>(most: number): Capped<T> {
  const first: T[] = []
  let count = 0
  return {
    first,
    get count() {
      return count
    },
    add: (...more) => {
      count += more.length
      for (const each of more) if (first.length < most) first.push(each)
    },
  }
}
