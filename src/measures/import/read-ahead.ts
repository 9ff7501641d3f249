/** The same things, each asked for while the one before is still being worked on: the file is read while the database stores. */
export async function* readAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const reading = source[Symbol.asyncIterator]()
  let coming = reading.next()
  try {
    for (;;) {
      const { value, done } = await coming
      if (done) return
      coming = reading.next()
      // Whoever stops early does not wait for it, and must not be ended by what it met.
      coming.catch(() => {})
      yield value
    }
  } finally {
    await coming.catch(() => {})
    await reading.return?.()
  }
}
