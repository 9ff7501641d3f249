import { uploadFor } from '../../access/uploads.ts'
import { counted } from '../../domain/counted.ts'
import { columnNames } from '../../domain/import/header-names.ts'
import type { ImportProblem } from '../../domain/import/incoming.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { type FormView, formView } from '../../web/form-view.ts'
import { momentText } from '../../web/moment-text.ts'
import { type Asked, page } from '../../web/page.ts'
import { pagesOf } from '../../web/paging.ts'
import { uploadOf } from '../../web/waiting-file.ts'
import type { ImportResult } from '../import/import-input.ts'
import { type ImportSettings, type ImportTrial, warningKey } from '../import/trial.ts'
import { columnWords, mainColumns, mappingFields } from './import-mapping.ts'
import { problemsTable, revisionsTable } from './import-tables.ts'

const rowsShown = 50
const revisionsShown = 25
const count = (n: number): string => n.toLocaleString('en-GB')

const notices: Readonly<Record<string, string>> = {
  changed:
    'What is held has changed since you looked, so nothing was stored. Look again at what would happen now.',
  read: 'The file was read again, as you said.',
}

/** What storing a file would do, before it is done. */
export const importCheckPage = page({
  path: '/import/:id',
  action: 'measure.record-values',
  template: 'measures/pages/import-check.njk',
  view: async (asked) => {
    const { db, params } = asked
    const upload = await uploadFor(db, params.id, uploadOf(asked, 'figures'))
    // Written by this program's own trial.
    const trial = upload.trial as ImportTrial
    return checkView(asked, { ...upload, trial, settings: upload.settings as ImportSettings })
  },
  title: ({ fileName }) => `Before ${fileName} is stored`,
  breadcrumbs: () => [
    { text: 'Measures', href: '/measures' },
    { text: 'Import figures', href: '/import' },
  ],
  tables: ({ tables }) => tables,
})

type Waiting = {
  readonly id: string
  readonly fileName: string
  readonly receivedAt: string
  readonly settings: ImportSettings
  readonly trial: ImportTrial
}

function checkView(asked: Asked, { id, fileName, receivedAt, settings, trial }: Waiting) {
  const { result, tops } = trial
  const address = `/import/${id}`
  const accepted = new Set(settings.accepted)
  const toLookAt = result.warnings.filter((each) => !accepted.has(warningKey(each)))
  const blocked = result.problems.length > 0
  const changes = result.accepted + result.revised
  const fields = mappingFields(settings.mapping, result.table?.columns ?? {})
  const form = <Field extends string>(step: string, fields: Record<Field, string>) =>
    formView(asked, `${address}/${step}`, fields)
  return {
    fileName,
    source: settings.source,
    received: momentText(receivedAt),
    notice: notices[asked.query.get('done') ?? ''] ?? null,
    lead: leadOf(result, toLookAt.length),
    facts: factsOf(result),
    problems: blocked ? listed(asked, result.problems) : null,
    warnings: blocked || toLookAt.length === 0 ? null : listed(asked, toLookAt),
    allAreRight: toLookAt.length > 1 ? `All ${count(toLookAt.length)} are right` : null,
    warningsAccepted: result.warnings.length - toLookAt.length > 0 ? acceptedWords(result, toLookAt) : null,
    revisions: result.revisions.slice(0, revisionsShown),
    moreRevisions:
      result.revised > revisionsShown
        ? `and ${count(result.revised - revisionsShown)} more: see the file below`
        : null,
    understood: understoodOf(result),
    columns: columnsOf(result),
    top: tops.find(({ sheet }) => sheet === (result.table?.sheet ?? sheet)) ?? null,
    sheets: tops.map(({ sheet }) => sheet).filter((sheet) => sheet !== ''),
    mapping: mappingView(form('mapping', fields)),
    mappingOpen: result.table === null || asked.typed.path === `${address}/mapping`,
    accept: form('warnings', {}),
    store: form('store', { reason: '' }),
    awayForm: form('throw-away', {}),
    needsReason: result.revised > 0,
    mayStore: !blocked && toLookAt.length === 0 && changes > 0,
    nothingNew: !blocked && changes === 0,
    storeText: `Store ${counted(changes, 'figure')}`,
    tables: [
      problemsTable('problems', 'What is wrong', result.problems),
      problemsTable('warnings', 'To be looked at', result.warnings),
      revisionsTable(result.revisions),
    ].filter(({ rows }) => rows.length > 0) satisfies Table[],
  }
}

function leadOf({ problems, rejected }: ImportResult, toLookAt: number): string {
  if (problems.length > 0)
    return `Nothing can be stored yet: ${counted(Math.max(1, rejected), 'row')} cannot be read as ${rejected === 1 ? 'it is' : 'they are'}.`
  if (toLookAt > 0)
    return `Nothing is stored yet: ${counted(toLookAt, 'figure looks', 'figures look')} unlikely and ${toLookAt === 1 ? 'needs' : 'need'} your word.`
  return 'Nothing is stored yet. Look at what would happen, then store it.'
}

const factsOf = ({ accepted, revised, restated, unchanged, rejected, problems }: ImportResult) =>
  problems.length > 0
    ? [
        {
          term: 'Cannot be read',
          text: counted(Math.max(1, rejected), 'row'),
          detail: null,
          href: null,
        },
        { term: 'Problems', text: count(problems.length), detail: null, href: null },
      ]
    : [
        { term: 'New', text: count(accepted), detail: null, href: null },
        { term: 'Revised', text: count(revised), detail: restatedWords(restated), href: null },
        { term: 'Held already', text: count(unchanged), detail: null, href: null },
        { term: 'Cannot be read', text: count(rejected), detail: null, href: null },
      ]

const restatedWords = (restated: number): string | null =>
  restated === 0 ? null : `${count(restated)} of them restate what was published`

const acceptedWords = ({ warnings }: ImportResult, toLookAt: readonly ImportProblem[]): string =>
  `You have looked at ${counted(warnings.length - toLookAt.length, 'warning')} and said that ${warnings.length - toLookAt.length === 1 ? 'it is' : 'they are'} right.`

function listed({ path, query }: Asked, all: readonly ImportProblem[]) {
  const pages = pagesOf({ total: all.length, size: rowsShown, path, query })
  const rows = all.slice(pages.from, pages.to).map((each) => ({ ...each, key: warningKey(each) }))
  return { pages, rows }
}

const understoodOf = ({ table, understood }: ImportResult): { where: string; says: string }[] => [
  ...(table === null
    ? []
    : [
        {
          where: '',
          says: `${table.kind === 'tidy' ? 'One figure a row' : 'Periods or series across the top'}${table.sheet ? `, on the sheet ‘${table.sheet}’` : ''}, with its header in row ${table.headerRow}.`,
        },
      ]),
  ...understood.map(({ row, column, message, count: times }) => ({
    where: `Row ${row}${column ? `, ${column}` : ''}: `,
    says: times > 1 ? `${message} (${count(times)} times)` : message,
  })),
]

const columnsOf = ({ table }: ImportResult): { column: string; header: string }[] =>
  Object.entries(table?.columns ?? {}).map(([column, header]) => ({
    column: columnWords[column as keyof typeof columnWords] ?? column,
    header,
  }))

function mappingView(form: FormView<string>) {
  const field = (name: string, label: string) => ({
    name,
    label,
    value: form.values[name] ?? '',
    error: form.errors[name] ?? null,
  })
  const names = Object.keys(columnNames) as (keyof typeof columnNames)[]
  const others = names.filter((name) => !mainColumns.includes(name))
  return {
    form,
    sheet: field('sheet', 'Sheet'),
    main: mainColumns.map((name) => field(name, columnWords[name])),
    others: others.map((name) => field(name, columnWords[name])),
    fixed: [
      field('fixed-series', 'Series, if the whole file is of one'),
      field('fixed-area', 'Area, if the whole file is of one'),
      field('fixed-period', 'Period, if the whole file is of one'),
    ],
  }
}
