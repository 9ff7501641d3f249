import { inflateRawSync } from 'node:zlib'

/** The parts of a Word file by name, read from the zip's own directory at its end. */
export const docxParts = (docx: Buffer): ReadonlyMap<string, string> => {
  const end = docx.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const parts = new Map<string, string>()
  let at = docx.readUInt32LE(end + 16)
  for (let left = docx.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      docx.readUInt16LE(at + offset),
    )
    const name = docx.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    parts.set(name, contentOf(docx, at))
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return parts
}

export const docxBody = (docx: Buffer): string => docxParts(docx).get('word/document.xml') ?? ''

/** The words of every cell, table by table and row by row. */
export const docxTables = (docx: Buffer): readonly (readonly (readonly string[])[])[] =>
  matches(docxBody(docx), /<w:tbl>.*?<\/w:tbl>/gs).map((table) =>
    matches(table, /<w:tr>.*?<\/w:tr>/gs).map((row) => matches(row, /<w:tc>.*?<\/w:tc>/gs).map(wordsOf)),
  )

export const wordsOf = (xml: string): string =>
  matches(xml, /<w:t[ >].*?<\/w:t>/gs)
    .map((run) => unescapeXml(run.replace(/<[^>]*>/g, '')))
    .join('')

export const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([found]) => found)

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

const contentOf = (docx: Buffer, entry: number): string => {
  const method = docx.readUInt16LE(entry + 10)
  const size = docx.readUInt32LE(entry + 20)
  const local = docx.readUInt32LE(entry + 42)
  const start = local + 30 + docx.readUInt16LE(local + 26) + docx.readUInt16LE(local + 28)
  const raw = docx.subarray(start, start + size)
  return (method === 0 ? raw : inflateRawSync(raw)).toString('utf8')
}
