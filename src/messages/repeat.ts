/** Something done again and again until it is stopped. */
export type Repeating = { readonly stop: () => Promise<void> }

/**
 * Does something now and again, never twice at once. It keeps no program alive; stopping it waits for what is being
 * done, which is told by the signal to come to an end.
 */
export function repeat(
  everyMs: number,
  work: (signal: AbortSignal) => Promise<void>,
  failed: (error: unknown) => void,
): Repeating {
  const stopping = new AbortController()
  let running = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const turn = (): void => {
    running = work(stopping.signal)
      .catch(failed)
      .then(() => {
        if (!stopping.signal.aborted) timer = setTimeout(turn, everyMs).unref()
      })
  }
  timer = setTimeout(turn, 0).unref()
  return {
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
