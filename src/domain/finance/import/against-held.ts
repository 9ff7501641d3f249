import type { Pence } from '../../money.ts'
import { type FinanceProblem, type Place, problemAt } from './finance-problem.ts'
import { monthWords, yearText } from './financial-month.ts'
import type { Amount } from './money-rows.ts'
import { moneyText } from './money-text.ts'
import type { MoneyUnit } from './money-unit.ts'
import type { ServiceLine } from './revenue-lines.ts'
import { unitsApart } from './units-apart.ts'

/** What is held of a service for the end of one month of the financial year. */
export type HeldLine = {
  readonly month: string
  readonly service: string
  readonly name: string
  readonly budget: Pence
  readonly forecast: Pence
}

export type AgainstHeld = {
  readonly problems: readonly FinanceProblem[]
  /** What may be right, and is stored only with a reason. */
  readonly questions: readonly FinanceProblem[]
  /** The lines that are not held just so. */
  readonly changed: readonly ServiceLine[]
  /** Services whose budget is not the one held for the year: a reason is kept with each. */
  readonly otherBudgets: ReadonlySet<string>
  readonly added: number
  readonly unchanged: number
}

export type Position = {
  readonly financialYear: string
  readonly month: string
  readonly unit: MoneyUnit
  readonly lines: readonly ServiceLine[]
  readonly held: readonly HeldLine[]
  /** What approved virements have added to a service’s budget after one month and up to another. */
  readonly virements: (service: string, after: string, until: string) => Pence
}

/** Holds a position against what is held: a recorded month is not overwritten, and a year has one budget. */
export function againstHeld(position: Position): AgainstHeld {
  const { lines, held, month } = position
  const ofMonth = new Map(held.filter((each) => each.month === month).map((each) => [each.service, each]))
  const isSame = ({ service, budget, forecast }: ServiceLine): boolean => {
    const was = ofMonth.get(service)
    return was !== undefined && was.budget === budget && was.forecast === forecast
  }
  const unchanged = lines.filter(isSame)
  const changed = lines.filter((line) => !isSame(line))
  const conflicts = changed.flatMap((line) => {
    const was = ofMonth.get(line.service)
    return was === undefined ? [] : [otherwiseHeld(line, was, position)]
  })
  const before = new Map(lines.map(({ service }) => [service, latest(held, service, month)]))
  const known = (line: ServiceLine): Pence =>
    (ofMonth.get(line.service) ?? before.get(line.service))?.budget ?? 0n
  const apart = unitsApart(changed, known, position.unit)
  const suspect = new Set(apart.flatMap(({ services }) => services))
  const budgets = changed.flatMap((line) => {
    const was = before.get(line.service)
    const judged = was !== undefined && !ofMonth.has(line.service) && !suspect.has(line.service)
    return (judged ? otherBudget(line, was, position) : []).map((question) => ({ question, line }))
  })
  return {
    problems: conflicts,
    questions: [
      ...apart.map(({ question }) => question),
      ...budgets.map(({ question }) => question),
      ...absent(position),
    ],
    changed,
    otherBudgets: new Set([...suspect, ...budgets.map(({ line }) => line.service)]),
    added: changed.length - conflicts.length,
    unchanged: unchanged.length,
  }
}

const amountOf = ({ rows }: ServiceLine, key: string): { place: Place; amount: Amount | undefined } => ({
  place: rows[0] ?? { sheet: '', row: 1 },
  amount: rows[0]?.amounts.get(key),
})

function otherwiseHeld(line: ServiceLine, was: HeldLine, { month, unit }: Position): FinanceProblem {
  const key = was.budget === line.budget ? 'forecast' : 'budget'
  const { place, amount } = amountOf(line, key)
  const text = (pence: Pence) => moneyText(pence, unit)
  return problemAt(
    place,
    amount?.column ?? key,
    amount?.written ?? '',
    `${line.name} is held for ${monthWords(month)} with another ${key}: ${text(was[key])}, and the file makes it ${text(line[key])}. A recorded month is not overwritten. Mend the file, or state the month that it is of.`,
  )
}

/** The month before, and where there is none the first one after. */
function latest(held: readonly HeldLine[], service: string, month: string): HeldLine | undefined {
  const own = held.filter((each) => each.service === service && each.month !== month)
  const sorted = own.toSorted((a, b) => (a.month < b.month ? -1 : 1))
  return sorted.findLast((each) => each.month < month) ?? sorted[0]
}

function otherBudget(line: ServiceLine, was: HeldLine, position: Position): FinanceProblem[] {
  const [earlier, later] = [was.month, position.month].toSorted()
  const moved = position.virements(line.service, earlier ?? '', later ?? '')
  const expected = was.month < position.month ? was.budget + moved : was.budget - moved
  if (line.budget === expected) return []
  const { place, amount } = amountOf(line, 'budget')
  const text = (pence: Pence) => moneyText(pence, position.unit)
  const gap = line.budget - expected
  const approved = moved === 0n ? '' : ` Approved virements of ${text(moved)} do not account for it.`
  return [
    problemAt(
      place,
      amount?.column ?? 'budget',
      amount?.written ?? '',
      `The year would have two budgets: ${line.name} is held with ${text(was.budget)} for ${yearText(position.financialYear)} (${monthWords(was.month)}), and the file has ${text(line.budget)}, ${text(gap < 0n ? -gap : gap)} ${gap < 0n ? 'less' : 'more'}.${approved} Record the virement that moved it, or say why.`,
    ),
  ]
}

function absent({ lines, held, month }: Position): FinanceProblem[] {
  const given = new Set(lines.map(({ service }) => service))
  const months = held.map((each) => each.month).filter((each) => each <= month)
  const last = months.toSorted().at(-1)
  const missing = held.filter((each) => each.month === last && !given.has(each.service))
  if (last === undefined || missing.length === 0 || lines.length === 0) return []
  const names = missing.map(({ name }) => name).join(', ')
  return [
    problemAt(
      lines[0]?.rows[0] ?? { sheet: '', row: 1 },
      'service',
      '',
      `The file has no line for ${names}, which ${missing.length === 1 ? 'is' : 'are'} held for ${monthWords(last)}. Add ${missing.length === 1 ? 'it' : 'them'} to the file, or say why ${missing.length === 1 ? 'it is' : 'they are'} left out.`,
    ),
  ]
}
