import { type Pence, sumPence } from '../money.ts'
import type { CapitalScheme } from './capital.ts'
import { type Approval, whyNotApproved } from './capital-approval.ts'
import {
  type Adjustment,
  adjusted,
  type CapitalChange,
  type ChangeKind,
  type ChangeProblem,
  changeKinds,
  planChange,
} from './capital-changes.ts'
import {
  amountOf,
  approvalOf,
  type CsvRow,
  mixedUnits,
  orNull,
  type RowProblem,
  type Say,
  same,
} from './read-capital-changes.ts'

export type PlannedChange = {
  readonly change: CapitalChange
  readonly from: CapitalScheme
  readonly to: CapitalScheme | null
  readonly amount: Pence
  readonly adjustments: readonly Adjustment[]
  readonly funding: string | null
  readonly approval: Approval
  readonly note: string | null
}

/** A change as it is asked for, with what the minutes need. */
export type AskedChange = Pick<PlannedChange, 'change' | 'funding' | 'approval' | 'note'>

export type UnplannedChange = {
  readonly part: ChangeProblem['part'] | 'approval'
  readonly says: string
}

/** One change with its effect on the schemes, or why it cannot be made, or by whom it would have to be approved. */
export function planOneChange(
  schemes: readonly CapitalScheme[],
  asked: AskedChange,
): { readonly ok: true; readonly planned: PlannedChange } | ({ readonly ok: false } & UnplannedChange) {
  const { change, approval } = asked
  const plan = planChange(schemes, change)
  if (!plan.ok) return plan
  const { adjustments } = plan
  const amount = sumPence(adjustments.map((each) => each.amount).filter((each) => each > 0n))
  const why = approval.route === null ? unapproved(change.kind) : whyNotApproved(approval.route, amount)
  if (why !== null) return { ok: false, part: 'approval', says: why }
  const of = (code: string) => schemes.find((each) => each.code === code) ?? null
  const [from, to] = [of(change.scheme), 'toScheme' in change ? of(change.toScheme) : null]
  if (from === null) throw new TypeError(`${change.scheme} was planned and is not in the programme.`)
  return { ok: true, planned: { ...asked, from, to, amount, adjustments } }
}

const unapproved = (kind: ChangeKind): string | null =>
  kind === 'added'
    ? 'Money enters the programme only when it is approved. Say who approved it and when, or raise a supplementary estimate.'
    : null

/** Which column each part of a change stands in. */
const columns: Readonly<Record<UnplannedChange['part'], string>> = {
  scheme: 'scheme',
  toScheme: 'to_scheme',
  year: 'from_year',
  toYear: 'to_year',
  amount: 'amount',
  approval: 'approval',
}

/**
 * Plans a list of changes one after the other, each on the programme as those before it leave it (columns kind, service,
 * scheme, to_service, to_scheme, amount or amount_m, from_year, to_year, funding, approval, note; the head is row 1).
 * Either all of them can be made, or every problem is told with its row and how to mend it.
 */
export function planChangeList(
  records: readonly CsvRow[],
  schemes: readonly CapitalScheme[],
):
  | { readonly ok: true; readonly changes: readonly PlannedChange[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [...mixedUnits(records)]
  const changes: PlannedChange[] = []
  let now = schemes
  for (const [index, record] of records.entries()) {
    const before = problems.length
    const say: Say = (column, says) => {
      problems.push({ row: index + 2, column, says })
      return null
    }
    const change = readChange(record, now, say)
    if (change === null || problems.length > before) continue
    const plan = planOneChange(now, {
      change,
      funding: orNull(record.funding),
      approval: approvalOf(record.approval ?? ''),
      note: orNull(record.note),
    })
    if (!plan.ok) {
      say(columns[plan.part], plan.says)
      continue
    }
    changes.push(plan.planned)
    now = adjusted(now, plan.planned.adjustments)
  }
  return problems.length > 0
    ? { ok: false, problems: problems.toSorted((a, b) => a.row - b.row) }
    : { ok: true, changes }
}

function readChange(record: CsvRow, schemes: readonly CapitalScheme[], say: Say): CapitalChange | null {
  const kind = (record.kind ?? '').trim().toLowerCase() as ChangeKind
  if (!Object.hasOwn(changeKinds, kind))
    return say(
      'kind',
      `'${record.kind ?? ''}' is not a kind of change. Write ${Object.keys(changeKinds).join(', ')}.`,
    )
  const scheme = schemeIn(record, 'service', 'scheme', schemes, say)
  const toScheme = () => schemeIn(record, 'to_service', 'to_scheme', schemes, say)
  const year = (column: string) => (record[column] ?? '').trim().replace('/', '-')
  const amount = (): Pence => {
    if (orNull(record.amount) === null && orNull(record.amount_m) === null)
      say('amount', 'There is no amount. Write it in pounds, such as 450000.')
    return amountOf(record, say) ?? 0n
  }
  if (scheme === null) return null
  switch (kind) {
    case 'added':
      return { kind, scheme, year: year('from_year'), amount: amount() }
    case 'reprofiled':
      return { kind, scheme, fromYear: year('from_year'), toYear: year('to_year'), amount: amount() }
    case 'reallocated': {
      const to = toScheme()
      return to === null ? null : { kind, scheme, toScheme: to, year: year('from_year'), amount: amount() }
    }
    case 'moved': {
      const to = toScheme()
      return to === null ? null : { kind, scheme, toScheme: to }
    }
    default:
      return kind satisfies never
  }
}

/** A scheme by its title or code, within the service where one is named. */
function schemeIn(
  record: CsvRow,
  serviceColumn: string,
  column: string,
  schemes: readonly CapitalScheme[],
  say: Say,
): string | null {
  const [service, title] = [orNull(record[serviceColumn]), orNull(record[column])]
  if (title === null) return say(column, 'There is no scheme. Write its title as the programme has it.')
  const ofService = schemes.filter(
    (each) => service === null || same(each.serviceName, service) || same(each.service, service),
  )
  if (service !== null && ofService.length === 0)
    return say(
      serviceColumn,
      `No service '${service}' has a scheme in this programme. Write one of ${[...new Set(schemes.map(({ serviceName }) => serviceName))].join(', ')}.`,
    )
  const found = ofService.filter((each) => same(each.title, title) || same(each.code, title))
  const [first, second] = found
  if (first === undefined)
    return say(column, `There is no scheme '${title}'. Write its title as the programme has it.`)
  if (second !== undefined)
    return say(
      column,
      `${found.length} schemes are called '${title}'. Write the service too: ${found.map(({ serviceName }) => serviceName).join(' or ')}.`,
    )
  return first.code
}
