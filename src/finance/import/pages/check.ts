import { uploadFor } from '../../../access/uploads.ts'
import { counted } from '../../../domain/counted.ts'
import { unitWords } from '../../../domain/finance/import/money-unit.ts'
import { sentenceCase } from '../../../domain/report/cells.ts'
import { formView } from '../../../web/form-view.ts'
import { momentText } from '../../../web/moment-text.ts'
import { type Asked, page } from '../../../web/page.ts'
import { uploadOf } from '../../../web/waiting-file.ts'
import type { FinanceImportResult } from '../finance-result.ts'
import { shapeWords } from '../finance-words.ts'
import type { FinanceSettings } from '../import-finance.ts'
import { type FinanceService, financeServices } from '../queries.ts'
import type { FinanceTrial } from '../trial.ts'
import { linesTable, problemsTable, totalsTable } from './check-tables.ts'
import { subjectOf } from './import.ts'
import { meaningChoices, settingsValues, shapeChoices, signChoices, unitChoices } from './settings-fields.ts'

const rowsShown = 50
const centresShown = 100
const number = (n: number): string => n.toLocaleString('en-GB')

const notices: Readonly<Record<string, string>> = {
  changed:
    'What is held has changed since you looked, so nothing was stored. Look again at what would happen now.',
  read: 'The file was read again, as you said.',
}

/** What storing a finance file would do, before it is done. */
export const financeCheckPage = page({
  path: '/finance/import/:id',
  action: 'finance.record',
  template: 'finance/import/pages/check.njk',
  view: async (asked) => {
    const { db, params } = asked
    const upload = await uploadFor(db, params.id, uploadOf(asked, 'finance'))
    // Written by this program's own trial.
    const [settings, trial] = [upload.settings as FinanceSettings, upload.trial as FinanceTrial]
    return checkView(asked, { ...upload, settings, trial }, await financeServices(db))
  },
  title: ({ fileName }) => `Before ${fileName} is stored`,
  breadcrumbs: () => [{ text: 'Import money', href: '/finance/import' }],
  tables: ({ tables }) => tables,
})

type Waiting = {
  readonly id: string
  readonly fileName: string
  readonly receivedAt: string
  readonly settings: FinanceSettings
  readonly trial: FinanceTrial
}

function checkView(
  asked: Asked,
  { id, fileName, receivedAt, settings, trial }: Waiting,
  services: readonly FinanceService[],
) {
  const { result, tops } = trial
  const { problems, warnings, totals, costCentresAsked: centres } = result
  const address = `/finance/import/${id}`
  const sheeted = result.found.sheets.some(({ sheet }) => sheet !== '')
  const [problemRows, questions, totalRows] = [
    problemsTable('problems', 'What is wrong', problems, sheeted),
    problemsTable('questions', 'What is asked about', warnings, sheeted),
    totalsTable(totals, sheeted),
  ]
  const lines = linesTable(result)
  // A cost centre that is asked for above is not told again below.
  const asking = new Set(centres.map(({ code }) => code))
  const wrong = problems.filter(({ column, value }) => column !== 'cost centre' || !asking.has(value))
  const fields = settingsValues(settings)
  const reading = formView(asked, `${address}/reading`, fields)
  return {
    fileName,
    received: momentText(receivedAt),
    notice: notices[asked.query.get('done') ?? ''] ?? null,
    lead: leadOf(result),
    facts: factsOf(result),
    sheeted,
    problems: wrong.slice(0, rowsShown),
    moreProblems: more(wrong.length),
    centres: centres.slice(0, centresShown).map(({ code, description, rows }, at) => ({
      id: `centre-${at}`,
      code,
      label: `${code}${description ? `, ${description}` : ''}`,
      hint: counted(rows, 'row'),
    })),
    services: [
      { value: '', text: 'Choose a service', selected: true },
      ...services.map(({ code, name }) => ({ value: code, text: name, selected: false })),
    ],
    centresForm: formView(asked, `${address}/cost-centres`, {}),
    questions: problems.length > 0 ? [] : warnings.slice(0, rowsShown),
    moreQuestions: more(warnings.length),
    totals: totals.slice(0, rowsShown),
    totalsLead: totalsLead(result),
    lines: problems.length > 0 || lines.rows.length === 0 ? null : lines,
    understood: understoodOf(result),
    top: tops.find(({ sheet }) => sheet === (result.found.sheets[0]?.sheet ?? sheet)) ?? null,
    sheets: tops.map(({ sheet }) => sheet).filter((sheet) => sheet !== ''),
    isRevenue: settings.kind === 'revenue',
    reading,
    readingOpen: problems.length > 0 || reading.summary.length > 0,
    choices: {
      unit: unitChoices(reading.values.unit),
      shape: shapeChoices(reading.values.shape),
      months: meaningChoices(reading.values.months),
      sign: signChoices(reading.values.sign),
    },
    store: formView(asked, `${address}/store`, { reason: '' }),
    away: formView(asked, `${address}/throw-away`, {}),
    needsReason: warnings.length > 0,
    mayStore: problems.length === 0 && result.accepted > 0,
    nothingNew: problems.length === 0 && result.accepted === 0,
    storeText: `Store ${counted(result.accepted, result.kind === 'revenue' ? 'line' : 'scheme')}`,
    tables: [problemRows, questions, totalRows, lines].filter(({ rows }) => rows.length > 0),
  }
}

const more = (count: number): string | null =>
  count > rowsShown ? `${number(count - rowsShown)} more are in the file below.` : null

function leadOf({ problems, rejected, warnings, accepted }: FinanceImportResult): string {
  if (problems.length > 0)
    return `Nothing can be stored yet: ${counted(Math.max(1, rejected), 'row cannot', 'rows cannot')} be stored as ${rejected > 1 ? 'they are' : 'it is'}.`
  if (warnings.length > 0 && accepted > 0)
    return `Nothing is stored yet: ${counted(warnings.length, 'thing is', 'things are')} asked about, and ${warnings.length === 1 ? 'needs' : 'need'} your reason.`
  if (accepted === 0) return 'Every amount of the file is held already.'
  return 'Nothing is stored yet. Look at what would happen, then store it.'
}

function factsOf(result: FinanceImportResult) {
  const { found, subject, accepted, unchanged, problems, kind } = result
  const fact = (term: string, text: string, detail: string | null = null) => ({
    term,
    text,
    detail,
    href: null,
  })
  const lines = kind === 'revenue' ? 'services' : 'schemes'
  return [
    fact('Of', subject === null ? 'Not said' : subjectOf(subject).what),
    fact('Found', found.shape === null ? 'No table' : sentenceCase(shapeWords(found.shape))),
    fact('Unit', found.unit === null ? 'Not said' : sentenceCase(unitWords(found.unit)), unitDetail(found)),
    problems.length > 0
      ? fact('Problems', number(problems.length))
      : fact(`New ${lines}`, number(accepted), `${number(unchanged)} held already`),
  ]
}

const unitDetail = ({ unit, unitSays }: FinanceImportResult['found']): string | null =>
  unit === null || unitSays === null
    ? null
    : unitSays.startsWith('as ')
      ? unitSays
      : `${sentenceCase(unitSays)} says so`

function totalsLead({ totals, problems }: FinanceImportResult): string {
  const apart = totals.filter(({ agrees }) => !agrees).length
  const rows = new Set(totals.map(({ sheet, row }) => `${row} ${sheet}`)).size
  const found = `${counted(rows, 'row of the file is a total', 'rows of the file are totals')}, with ${counted(totals.length, 'amount')}. None is added to the lines.`
  const unread = problems.length > 0 ? ' Rows that cannot be read are not among these lines.' : ''
  if (apart === 0) return `${found} Every one agrees with the lines it is of.${unread}`
  return `${found} ${counted(apart, 'amount does', 'amounts do')} not agree with the lines.${unread}`
}

const understoodOf = ({ found, understood }: FinanceImportResult): { where: string; says: string }[] => [
  ...found.sheets.slice(0, 20).map(({ sheet, headerRow, columns }) => ({
    where: sheet === '' ? '' : `Sheet ‘${sheet}’: `,
    says: `${sheet === '' ? 'Headings' : 'headings'} in row ${headerRow}: ${columns.filter(Boolean).join(', ')}.`,
  })),
  ...understood.map(({ sheet, row, column, message, count }) => ({
    where: `${sheet ? `Sheet ‘${sheet}’, row` : 'Row'} ${row}${column ? `, ${column}` : ''}: `,
    says: count > 1 ? `${message} (${number(count)} times)` : message,
  })),
]
