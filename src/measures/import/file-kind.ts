import { open } from 'node:fs/promises'
import { UnreadableFile } from './unreadable-file.ts'

export type FileKind = 'text' | 'gzip' | 'zip'

const signatures: readonly (readonly [bytes: string, kind: FileKind | { readonly refused: string }])[] = [
  ['504b0304', 'zip'],
  ['1f8b', 'gzip'],
  [
    'd0cf11e0a1b11ae1',
    {
      refused:
        'This is an old Excel file (.xls) or one locked with a password. Open it, take the password away, and save it as .xlsx, .ods or .csv.',
    },
  ],
  ['25504446', { refused: 'This is a PDF, not a table. Ask for the figures as .xlsx, .ods or .csv.' }],
  [
    '504b0506',
    { refused: 'This is an empty archive, not a spreadsheet. Save the figures as .xlsx, .ods or .csv.' },
  ],
]

/** What a file is by its first bytes: its name may say anything. */
export async function fileKind(path: string): Promise<FileKind> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(8), 0, 8, 0)
    const start = buffer.subarray(0, bytesRead).toHex()
    const known = signatures.find(([bytes]) => start.startsWith(bytes))?.[1] ?? 'text'
    if (typeof known === 'object') throw new UnreadableFile(known.refused)
    return known
  } finally {
    await file.close()
  }
}
