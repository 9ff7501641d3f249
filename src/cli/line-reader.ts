const NEWLINE = 10

/** Enough of a line that is too long to find its id in. */
const BEGINNING = 4096

/** One line without its newline, or the beginning of one that is too long. */
export type ReadLine = { readonly bytes: Buffer; readonly tooLong: boolean }

export type LineReader = {
  /** The lines that this chunk completes. */
  readonly push: (chunk: Buffer) => Iterable<ReadLine>
  /** What follows the last newline; null when nothing does. */
  readonly end: () => ReadLine | null
}

/** Cuts chunks of bytes into lines, holding no more than `longestBytes` of any. */
export function lineReader(longestBytes: number): LineReader {
  let held: Buffer[] = []
  let size = 0
  const hold = (part: Buffer): void => {
    const wasTooLong = size > longestBytes
    size += part.length
    if (size <= longestBytes) held.push(part)
    else if (!wasTooLong) held = [Buffer.concat([...held, part], Math.min(size, BEGINNING))]
  }
  const finish = (): ReadLine => {
    const [only] = held
    const bytes = held.length === 1 && only ? only : Buffer.concat(held)
    const line = { bytes, tooLong: size > longestBytes }
    held = []
    size = 0
    return line
  }
  return {
    *push(chunk) {
      let from = 0
      for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
        hold(chunk.subarray(from, to))
        yield finish()
        from = to + 1
      }
      if (from < chunk.length) hold(chunk.subarray(from))
    },
    end: () => (size > 0 ? finish() : null),
  }
}
