import { stringify } from 'csv-stringify/sync'
import { writeXlsx } from 'hucre/xlsx'
import { NotFound } from '../../../access/refusals.ts'
import type { Db } from '../../../db/database.ts'
import { sheetNameOf } from '../../../domain/finance/import/known-services.ts'
import { financialStartYear, financialYear } from '../../../domain/period.ts'
import { periodText } from '../../../domain/period-text.ts'
import { type Answer, resource } from '../../../web/page.ts'
import { type FinanceService, financeServices } from '../queries.ts'

type Cells = readonly (readonly string[])[]
type Template = {
  readonly file: string
  readonly says: string
  readonly sheets: (
    services: readonly FinanceService[],
    years: readonly string[],
  ) => readonly { readonly name: string; readonly rows: Cells }[]
}

/** What each service is given to fill in; what is left blank is not read. */
export const templates: readonly Template[] = [
  {
    file: 'monitoring-table.csv',
    says: 'the monitoring table, a row for each service, in £m',
    sheets: (services) => [
      {
        name: '',
        rows: [
          ['Service', 'Budget £m', 'Forecast £m', 'Variance £m'],
          ...services.map(({ name }) => [name, '', '', '']),
        ],
      },
    ],
  },
  {
    file: 'cost-centres.csv',
    says: 'a row for each cost centre and month, in pounds',
    sheets: (services) => [
      {
        name: '',
        rows: [
          ['Service', 'Cost centre', 'Description', 'Month', 'Budget £', 'Actual £', 'Forecast £'],
          ...services.map(({ name }) => [name, '', '', '', '', '', '']),
        ],
      },
    ],
  },
  {
    file: 'sheet-per-service.xlsx',
    says: 'a sheet for each service, named as the service, in thousands of pounds',
    sheets: (services) =>
      services.map(({ name }) => ({
        name: sheetNameOf(name),
        rows: [
          ['Line', 'Budget £000', 'Forecast £000', 'Variance £000'],
          ['', '', '', ''],
        ],
      })),
  },
  {
    file: 'capital-programme.csv',
    says: 'a row for each scheme, a column for each year, in pounds',
    sheets: (services, years) => [
      {
        name: '',
        rows: [
          ['Service', 'Scheme code', 'Scheme', ...years.map((year) => `${year} £`)],
          ...services
            .filter(({ kind }) => kind === 'service')
            .map(({ name }) => [name, '', '', ...years.map(() => '')]),
        ],
      },
    ],
  },
]

async function filled(
  { file, sheets }: Template,
  services: readonly FinanceService[],
  years: readonly string[],
): Promise<Answer> {
  const all = sheets(services, years)
  if (!file.endsWith('.xlsx'))
    return {
      type: 'text/csv; charset=utf-8; header=present',
      body: stringify([...(all[0]?.rows ?? [])], { bom: true, record_delimiter: 'windows' }),
      fileName: file,
    }
  const body = await writeXlsx({
    sheets: all.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => [...row]),
      columns: [{ width: 40 }],
    })),
  })
  return { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body, fileName: file }
}

/** The financial year that a day lies in and the two after it, as a heading writes them. */
function threeYears(now: Date): string[] {
  const start = financialStartYear(now.toISOString().slice(0, 10))
  return [0, 1, 2].map((later) => periodText(financialYear(start + later)))
}

async function templateFor(db: Db, file: string) {
  const template = templates.find((each) => each.file === file)
  if (template === undefined)
    throw new NotFound(`There is no template '${file}'.`, [{ text: 'Import money', href: '/finance/import' }])
  return { template, services: await financeServices(db) }
}

/** An empty file of a shape that is read, with the council’s services in it. */
export const financeTemplate = resource({
  path: '/finance/import/templates/:file',
  action: 'finance.record',
  gather: async ({ db, params, site }) => ({
    ...(await templateFor(db, params.file)),
    years: threeYears(site.now()),
  }),
  answer: ({ template, services, years }) => filled(template, services, years),
})
