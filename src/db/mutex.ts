export interface Mutex {
  /** Waits its turn, in order of asking; gives the function that ends it. */
  acquire(): Promise<() => void>
}

export function createMutex(): Mutex {
  let last: Promise<void> = Promise.resolve()
  return {
    async acquire() {
      const turn = Promise.withResolvers<void>()
      const previous = last
      last = turn.promise
      await previous
      return turn.resolve
    },
  }
}
