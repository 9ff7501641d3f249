import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { megabytes, type ReadLimits } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The text of a file piece by piece, with the share of the file that has been read: memory does not grow with it. */
export async function* fileText(
  path: string,
  gzipped: boolean,
  encoding: Encoding,
  limits: ReadLimits,
): AsyncGenerator<{ readonly text: string; readonly share: number }> {
  const decoder = new TextDecoder(encoding)
  for await (const { bytes, share } of fileBytes(path, gzipped, limits))
    yield { text: decoder.decode(bytes, { stream: true }), share }
  yield { text: decoder.decode(), share: 1 }
}

const looksAt = 4_096

/**
 * How the text of a file is written down. A byte-order mark says so; else it is UTF-8 when all of it is, which chance hardly
 * ever makes of anything else; else Windows-1252, which British spreadsheets save as 'CSV'.
 */
export async function encodingOf(path: string, gzipped: boolean, limits: ReadLimits): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  let isUtf8 = true
  for await (const { bytes } of fileBytes(path, gzipped, limits)) {
    if (first) {
      const marked = byMark(bytes)
      if (marked) return marked
      if (bytes.subarray(0, looksAt).includes(0))
        throw new UnreadableFile('This is not a table of text. Save the figures as .csv, .xlsx or .ods.')
      first = false
    }
    try {
      decoder.decode(bytes, { stream: true })
    } catch {
      isUtf8 = false
      break
    }
  }
  try {
    if (isUtf8) decoder.decode()
  } catch {
    isUtf8 = false
  }
  return isUtf8 ? 'utf-8' : 'windows-1252'
}

function byMark(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : null
}

async function* fileBytes(path: string, gzipped: boolean, limits: ReadLimits) {
  const { size } = await stat(path)
  const file = createReadStream(path, { highWaterMark: 256 * 1024 })
  const stream = gzipped ? file.pipe(createGunzip()) : file
  file.on('error', (error) => stream.destroy(error))
  let total = 0
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      total += chunk.length
      if (total > limits.textBytes)
        throw new UnreadableFile(
          `The file is longer than ${megabytes(limits.textBytes)} when unpacked. Import it in parts.`,
        )
      yield { bytes: chunk, share: size === 0 ? 1 : Math.min(1, file.bytesRead / size) }
    }
  } catch (error) {
    if (gzipped && (error as NodeJS.ErrnoException).code?.startsWith('Z_'))
      throw new UnreadableFile('The compressed file is damaged. Ask for it again, or send it as plain .csv.')
    throw error
  } finally {
    file.destroy()
  }
}
