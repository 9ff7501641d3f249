/** What a file may cost to read. A file beyond them is refused with a sentence, before it has cost more. */
export type ReadLimits = {
  /** Of a spreadsheet file as it lies on the disk, and of its parts unpacked. */
  readonly workbookBytes: number
  readonly unpackedBytes: number
  readonly parts: number
  /** Of a CSV file, unpacked. */
  readonly textBytes: number
  readonly rows: number
  readonly columns: number
  readonly characters: number
  readonly recordCharacters: number
  readonly workerMegabytes: number
  readonly workerSeconds: number
}

export const readLimits: ReadLimits = {
  workbookBytes: 50_000_000,
  unpackedBytes: 250_000_000,
  parts: 2_000,
  textBytes: 4_000_000_000,
  rows: 20_000_000,
  columns: 1_000,
  characters: 200_000_000,
  recordCharacters: 1_000_000,
  workerMegabytes: 1_500,
  workerSeconds: 120,
}

export const megabytes = (bytes: number): string =>
  `${Math.round(bytes / 1_000_000).toLocaleString('en-GB')} MB`
