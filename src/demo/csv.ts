import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'

const folder = path.resolve(import.meta.dirname, '../../data')

export type CsvRecord = Readonly<Record<string, string>>

/** The rows of one of the shipped files, by column name. A column that is not there is a fault in the data, and said. */
export function shipped(file: string): CsvRecord[] {
  const records: CsvRecord[] = parse(readFileSync(path.join(folder, file), 'utf8'), {
    columns: true,
    bom: true,
  })
  return records.map(
    (record, index) =>
      new Proxy(record, {
        get(target, name) {
          if (typeof name === 'string' && !(name in target))
            throw new Error(`${file} row ${index + 2} has no column ${name}.`)
          return Reflect.get(target, name)
        },
      }),
  )
}

export const shippedText = (file: string): string => readFileSync(path.join(folder, file), 'utf8')

/** An empty cell is a gap, kept as one. */
export const orNull = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text

/** The name as part of an address: "Children's Social Care" becomes 'childrens-social-care'. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const papers: Record<string, string> = {
  '000': 'Peer challenge re-visit report, 2022',
  '001': 'Position statement for the peer challenge, 2018',
  '002': 'Peer challenge action plan report, 2019',
  '003': 'Productivity Plan, 2024',
  '004': 'Cabinet papers, 25 July 2024',
}

/** Which paper a fact was taken from, and where in it. */
export function sourceOf(record: CsvRecord): string {
  const names = (record.source_seed ?? '').split(';').map((seed) => papers[seed.trim()] ?? seed.trim())
  return [names.join('; '), record.source_ref].filter((part) => part).join(': ')
}
