import { stringify } from 'csv-stringify/sync'
import type { Report, Table } from '../../domain/report/blocks.ts'
import { csvTable } from './csv-columns.ts'

/** RFC 4180, to be written as UTF-8. */
export const renderCsv = (table: Table): string => {
  const { columns, records } = csvTable(table)
  return stringify([columns.map(({ title }) => title), ...records], { record_delimiter: 'windows' })
}

/** What each column of the file is, for programs that read it (CSV on the Web, W3C 2015). */
export const csvMetadata = (
  table: Table,
  report: Pick<Report, 'council' | 'period' | 'title' | 'language'>,
): object => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': report.language }],
  url: csvName(table),
  'dc:title': table.caption,
  'dc:publisher': report.council,
  'dc:temporal': report.period,
  'dc:isPartOf': report.title,
  ...(table.notes.length > 0 ? { 'dc:description': table.notes.join(' ') } : {}),
  dialect: { encoding: 'utf-8', header: true, delimiter: ',', doubleQuote: true },
  tableSchema: {
    columns: csvTable(table).columns.map(({ key, title, datatype, missing }) => ({
      name: key,
      titles: title,
      datatype,
      ...(missing.length > 0 ? { null: ['', ...missing] } : {}),
    })),
  },
})

export const csvName = (table: Table): string => `${table.name}.csv`

/** Where CSV on the Web tells programs to look for it. */
export const csvMetadataName = (table: Table): string => `${table.name}.csv-metadata.json`
