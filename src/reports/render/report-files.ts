import type { Report } from '../../domain/report/blocks.ts'
import { tablesOf } from '../../domain/report/check-report.ts'
import type { DrawChart } from './html-blocks.ts'
import { csvMetadata, csvMetadataName, csvName, renderCsv } from './render-csv.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import type { ReportFile, ReportFormat } from './report-manifest.ts'

export type Rendered = {
  readonly name: string
  readonly format: ReportFile['format']
  readonly content: Buffer
}

type Renderer = (report: Report, options: { readonly drawChart: DrawChart }) => Promise<readonly Rendered[]>

const renderers: Readonly<Record<ReportFormat, Renderer>> = {
  html: async (report, options) => [
    { name: `${fileStem(report)}.html`, format: 'html', content: Buffer.from(renderHtml(report, options)) },
  ],
  docx: async (report, options) => [
    { name: `${fileStem(report)}.docx`, format: 'docx', content: await renderDocx(report, options) },
  ],
  csv: async (report) =>
    tablesOf(report.blocks).flatMap((table) => [
      { name: csvName(table), format: 'csv', content: Buffer.from(renderCsv(table)) },
      { name: csvMetadataName(table), format: 'csvw', content: json(csvMetadata(table, report)) },
    ]),
}

export const reportFormats = Object.keys(renderers) as readonly ReportFormat[]

/** What was asked for as known formats, or the sentence that says which are known. */
export const parseFormats = (
  names: readonly string[],
):
  | { readonly ok: true; readonly formats: readonly ReportFormat[] }
  | { readonly ok: false; readonly problem: string } => {
  const unknown = names.find((name) => !isFormat(name))
  if (unknown !== undefined)
    return {
      ok: false,
      problem: `A report cannot be written as ‘${unknown}’. The formats are ${listed(reportFormats)}.`,
    }
  if (names.length === 0)
    return { ok: false, problem: `Name at least one format: ${listed(reportFormats, 'or')}.` }
  return { ok: true, formats: [...new Set(names.filter(isFormat))] }
}

export const renderFiles = async (
  report: Report,
  formats: readonly ReportFormat[],
  options: { readonly drawChart: DrawChart },
): Promise<readonly Rendered[]> => {
  const rendered: Rendered[] = []
  for (const format of formats) rendered.push(...(await renderers[format](report, options)))
  return rendered
}

export const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

const isFormat = (name: string): name is ReportFormat => Object.hasOwn(renderers, name)

const listed = (names: readonly string[], word: 'and' | 'or' = 'and'): string =>
  `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`

/** 'cpor-2024-25-q1', whichever way the period is written. */
export const fileStem = ({ kind, period }: Report): string =>
  `${kind} ${period}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'report'
