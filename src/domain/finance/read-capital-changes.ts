import { millionsDecimal, type Pence, parseMoney } from '../money.ts'
import type { ApprovalRoute } from './capital-approval.ts'
import { type ChangeKind, changeKinds } from './capital-changes.ts'

/** A change as a paper prints it: its effect is in the programme's budgets already. What it does not say is null. */
export type PrintedChange = {
  readonly number: number
  readonly service: string
  /** The scheme of the programme that the words name exactly; null when they name none. */
  readonly scheme: string | null
  readonly title: string
  readonly kind: ChangeKind
  readonly amount: Pence | null
  readonly fromYear: string | null
  readonly toYear: string | null
  readonly funding: string | null
  readonly route: ApprovalRoute | null
  readonly body: string | null
  readonly when: string | null
  readonly note: string | null
}

export type RowProblem = { readonly row: number; readonly column: string; readonly says: string }

export type KnownProgramme = {
  readonly services: readonly { readonly code: string; readonly name: string }[]
  readonly schemes: readonly { readonly code: string; readonly service: string; readonly title: string }[]
  readonly years: readonly string[]
}

export type CsvRow = Readonly<Record<string, string>>

/** The largest amount that can stand in a column of £m: more is pounds in the wrong column. */
const MOST_MILLIONS: Pence = 100_000_000_000n

/**
 * Reads a list of changes (columns service, scheme, kind, amount_m or amount, year, funding, approval, note; the head is
 * row 1). Either every row is read, or every problem is told with its row, its column and how to mend it.
 */
export function readCapitalChanges(
  records: readonly CsvRow[],
  known: KnownProgramme,
):
  | { readonly ok: true; readonly changes: readonly PrintedChange[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = []
  const changes = records.map((record, index) => {
    const problem = (column: string, says: string): null => {
      problems.push({ row: index + 2, column, says })
      return null
    }
    const title = (record.scheme ?? '').trim()
    if (title === '')
      problem('scheme', 'There is no scheme. Write what the change is to, as the paper prints it.')
    const service = known.services.find(({ name, code }) =>
      [name, code].some((each) => same(each, record.service)),
    )
    if (service === undefined)
      problem(
        'service',
        `There is no service '${record.service ?? ''}'. Write one of ${known.services.map(({ name }) => name).join(', ')}.`,
      )
    const kind = (record.kind ?? '').trim().toLowerCase()
    if (!Object.hasOwn(changeKinds, kind))
      problem(
        'kind',
        `'${record.kind ?? ''}' is not a kind of change. Write ${Object.keys(changeKinds).join(', ')}.`,
      )
    const [fromYear, toYear] = yearsOf(record.year ?? '', known.years, problem)
    return {
      number: index + 1,
      service: service?.code ?? '',
      scheme:
        known.schemes.find((each) => each.service === service?.code && same(each.title, title))?.code ?? null,
      title,
      kind: kind as ChangeKind,
      amount: amountOf(record, problem),
      fromYear,
      toYear,
      funding: orNull(record.funding),
      ...approvalOf(record.approval ?? ''),
      note: orNull(record.note),
    }
  })
  problems.push(...mixedUnits(records))
  return problems.length > 0
    ? { ok: false, problems: problems.toSorted((a, b) => a.row - b.row) }
    : { ok: true, changes }
}

export type Say = (column: string, says: string) => null

export function amountOf(record: CsvRow, problem: Say): Pence | null {
  const column = orNull(record.amount) === null ? 'amount_m' : 'amount'
  const typed = (record[column] ?? '').trim()
  if (typed === '') return null
  if (/[a-z£]/i.test(typed))
    return problem(
      column,
      `'${typed}' carries its unit. Write the number alone; amount_m is in £m, amount in pounds.`,
    )
  const parsed = parseMoney(typed.replaceAll(',', ''), column === 'amount_m' ? 'millions' : 'pounds')
  if (!parsed.ok) return problem(column, `${parsed.problem}.`)
  if (parsed.value <= 0n)
    return problem(
      column,
      `${typed} is not above nought. The kind of change says which way it goes; leave the cell empty when the paper states no amount.`,
    )
  if (column === 'amount_m' && parsed.value >= MOST_MILLIONS)
    return problem(
      column,
      `${typed} cannot be £m. It seems to be in pounds: write ${millionsDecimal(parsed.value / 1_000_000n)}, or put it into a column amount.`,
    )
  return parsed.value
}

/** A file says its amounts in one unit: £ and £m side by side are how a figure becomes a million times too large. */
export function mixedUnits(records: readonly CsvRow[]): RowProblem[] {
  const filled = (column: string) => records.findIndex((record) => orNull(record[column]) !== null)
  const [millions, pounds] = [filled('amount_m'), filled('amount')]
  if (millions < 0 || pounds < 0) return []
  return [
    {
      row: Math.max(millions, pounds) + 2,
      column: millions > pounds ? 'amount_m' : 'amount',
      says: `The file has amounts both in £m (first in row ${millions + 2}) and in pounds (first in row ${pounds + 2}). Write all of them in one column.`,
    },
  ]
}

const yearPattern = /\d{4}[/-]\d{2}/g

/** '2024/25', '2024/25 to 2026/27', '2024/25 and 2025/26', 'to 2025/26': the year from and the year to. */
function yearsOf(text: string, known: readonly string[], problem: Say): [string | null, string | null] {
  if (text.trim() === '') return [null, null]
  const years = (text.match(yearPattern) ?? []).map((each) => each.replace('/', '-'))
  const said = text.replace(yearPattern, '').trim()
  if (years.length === 0 || years.length > 2 || !['', 'to', 'and'].includes(said)) {
    problem('year', `'${text}' is not a year. Write 2024/25, 2024/25 to 2025/26, or to 2025/26.`)
    return [null, null]
  }
  for (const year of years)
    if (!known.includes(year))
      problem(
        'year',
        `${year.replace('-', '/')} is not a year of this programme. Its years are ${known.map((each) => each.replace('-', '/')).join(', ')}.`,
      )
  const [first = null, second = null] = years
  return second === null && said === 'to' ? [null, first] : [first, second]
}

export function approvalOf(text: string): Pick<PrintedChange, 'route' | 'body' | 'when'> {
  const [who = '', when] = text.split(',').map((each) => each.trim())
  if (who === '') return { route: null, body: null, when: null }
  const route = ({ council: 'council', cabinet: 'cabinet' } as const)[who.toLowerCase()] ?? 'delegated'
  const body = route === 'delegated' && !same(who, 'delegated authority') ? who : null
  return { route, body, when: when ?? null }
}

export const orNull = (text: string | undefined): string | null => {
  const trimmed = (text ?? '').trim()
  return trimmed === '' ? null : trimmed
}

const plain = (text: string): string => text.toLowerCase().replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()
export const same = (a: string, b: string | undefined): boolean => plain(a) === plain(b ?? '')
