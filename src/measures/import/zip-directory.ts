import { megabytes, type ReadLimits } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

export type ZipPart = { readonly name: string; readonly packed: number; readonly unpacked: number }

const endSignature = 0x06054b50
const partSignature = 0x02014b50
const endLength = 22
const partLength = 46
const largestComment = 65_535
const inLargeRecord = 0xffffffff

/**
 * The parts that a zip archive says it has, without unpacking any. What unpacks them holds each to the size said here,
 * so a bomb is refused by its own word, or stopped when that was a lie.
 */
export function zipDirectory(bytes: Uint8Array, limits: ReadLimits): readonly ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.parts)
    throw new UnreadableFile(
      `The file has ${count.toLocaleString('en-GB')} parts: this cannot be a spreadsheet.`,
    )
  const parts: ZipPart[] = []
  const decoder = new TextDecoder()
  for (let at = view.getUint32(end + 16, true), index = 0; index < count; index++) {
    if (at + partLength > bytes.length || view.getUint32(at, true) !== partSignature) throw damaged()
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const nameLength = view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + partLength, at + partLength + nameLength))
    if (unpacked === inLargeRecord || packed === inLargeRecord) throw tooLarge(limits)
    // A part that says it is empty and is not could be of any size; nothing holds it to its word.
    if (unpacked === 0 && !name.endsWith('/') && (packed > 2 || view.getUint16(at + 8, true) & 8))
      throw damaged()
    parts.push({ name, packed, unpacked })
    at += partLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > limits.unpackedBytes) throw tooLarge(limits)
  return parts
}

function endOf(view: DataView): number {
  for (
    let at = view.byteLength - endLength;
    at >= Math.max(0, view.byteLength - endLength - largestComment);
    at--
  )
    if (view.getUint32(at, true) === endSignature) return at
  throw damaged()
}

const damaged = () =>
  new UnreadableFile(
    'The spreadsheet file is damaged, or not all of it arrived. Open it, save it again, and send that.',
  )
const tooLarge = (limits: ReadLimits) =>
  new UnreadableFile(
    `The spreadsheet would unpack to more than ${megabytes(limits.unpackedBytes)}. Save the sheet of figures as .csv and import that: a CSV may be of any length.`,
  )
