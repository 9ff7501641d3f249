import type { Report, Table } from '../../domain/report/blocks.ts'
import { csvSchema, csvText } from '../../web/table-files.ts'

/** RFC 4180, to be written as UTF-8; the digits are the printed ones, so that every output of a report agrees. */
export const renderCsv = (table: Table): string => csvText(table, 'printed')

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
  tableSchema: csvSchema(table, 'printed'),
})

export const csvName = (table: Table): string => `${table.name}.csv`

/** Where CSV on the Web tells programs to look for it. */
export const csvMetadataName = (table: Table): string => `${table.name}.csv-metadata.json`
