import { isUtf8 } from 'node:buffer'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { lineReader, type ReadLine } from './line-reader.ts'
import { notJsonReason } from './not-json-reason.ts'

/** Longer than this a line is refused rather than gathered: a stream that is all one line must not fill the memory. */
export const LONGEST_LINE_BYTES = 64 * 1024 * 1024

/** Answers are handed on in pieces of about this many characters. */
const PIECE = 64 * 1024

export type Answering = {
  /** Answers one parsed line; bad input is an answer too. */
  readonly answer: (input: unknown) => object
  readonly longestLineBytes?: number
}

/**
 * Newline-delimited JSON in and out: one answer a line, in the same order, as the lines come. It reads no faster than its
 * reader takes, so memory does not grow with the number of lines. A line that cannot be read is answered with an error that
 * names its number, and harms no other.
 */
export async function answerLines(input: Readable, output: Writable, answering: Answering): Promise<void> {
  await pipeline(input, (source: AsyncIterable<Uint8Array>) => answers(source, answering), output, {
    end: false,
  })
}

async function* answers(
  source: AsyncIterable<Uint8Array>,
  { answer, longestLineBytes = LONGEST_LINE_BYTES }: Answering,
): AsyncGenerator<string> {
  const lines = lineReader(longestLineBytes)
  let number = 0
  let piece = ''
  for await (const chunk of source) {
    for (const line of lines.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))) {
      number += 1
      piece += `${answerText(line, number, answer)}\n`
      if (piece.length < PIECE) continue
      yield piece
      piece = ''
    }
    // Whoever sends one line and waits for its answer gets it now.
    if (piece !== '') yield piece
    piece = ''
  }
  const last = lines.end()
  if (last !== null) yield `${answerText(last, number + 1, answer)}\n`
}

function answerText(
  { bytes, tooLong }: ReadLine,
  number: number,
  answer: (input: unknown) => object,
): string {
  const text = bytes.toString()
  const refuse = (reason: string) => refusal(idIn(text), number, reason)
  if (tooLong) return refuse('it is longer than a line may be; send fewer points')
  if (!isUtf8(bytes)) return refuse('it is not UTF-8 text')
  let input: unknown
  try {
    input = JSON.parse(number === 1 ? text.replace(/^\uFEFF/, '') : text)
  } catch (error) {
    return refuse(notJsonReason(text, error))
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refuse('it is not a JSON object')
  try {
    return JSON.stringify(withNumber(answer(input), number))
  } catch (error) {
    // An answer too large for one text, or too deep to write: the other lines must still be answered.
    return refuse(error instanceof RangeError ? 'its answer is too large to write' : String(error))
  }
}

/** An error names the series and the reason; this adds where the line stands. */
function withNumber(answered: object, number: number): object {
  if (!('status' in answered) || answered.status !== 'error' || !('message' in answered)) return answered
  const message = String(answered.message)
  return { ...answered, message: `Line ${number}, ${message.charAt(0).toLowerCase()}${message.slice(1)}` }
}

const refusal = (id: string | number | null, number: number, reason: string): string => {
  const name = id === null ? `Line ${number}` : `Line ${number} (${id})`
  return JSON.stringify({ id, status: 'error', message: `${name}: ${reason}.` })
}

const ID =
  /^\uFEFF?\s*\{(?:[^{}[\]]{0,2000}?,)?\s*"id"\s*:\s*("(?:[^"\\]|\\.){0,500}"|-?\d{1,15}(?:\.\d{1,15})?)/

/** The id of a line that could not be read as a whole, so that its error still names the series. */
function idIn(text: string): string | number | null {
  const found = ID.exec(text.slice(0, 4096))?.[1]
  try {
    return found === undefined ? null : (JSON.parse(found) as string | number)
  } catch {
    return null
  }
}
