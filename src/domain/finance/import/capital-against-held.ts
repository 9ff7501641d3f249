import type { Pence } from '../../money.ts'
import type { SchemeLine } from './capital-lines.ts'
import { type FinanceProblem, problemAt } from './finance-problem.ts'
import { yearText } from './financial-month.ts'
import { knownServices } from './known-services.ts'
import { moneyText } from './money-text.ts'
import type { MoneyUnit } from './money-unit.ts'
import { unitsApart } from './units-apart.ts'

export type HeldScheme = { readonly code: string; readonly title: string; readonly service: string }

/** A scheme’s budget in one year of a programme as it is held. */
export type HeldBudget = {
  readonly programme: string
  readonly scheme: string
  readonly year: string
  readonly amount: Pence
}

export type Programme = {
  readonly programme: string
  readonly unit: MoneyUnit
  readonly lines: readonly SchemeLine[]
  readonly schemes: readonly HeldScheme[]
  readonly budgets: readonly HeldBudget[]
}

export type SchemeKnown = SchemeLine & { readonly code: string; readonly isNew: boolean }

/** Finds the scheme that each line is of, and what is new of the programme: one that is held is not overwritten. */
export function capitalAgainstHeld({ programme, unit, lines, schemes, budgets }: Programme) {
  const ofService = Map.groupBy(schemes, ({ service }) => service)
  const codes = new Map(schemes.map((each) => [each.code, each]))
  const taken = new Set(codes.keys())
  const questions: FinanceProblem[] = []
  const known = lines.map((line): SchemeKnown => {
    const mine = ofService.get(line.service) ?? []
    const titles = knownServices(mine.map(({ code, title: name }) => ({ code, name })))
    const own = line.code === '' ? undefined : codes.get(schemeCode(line.code))
    const found = own?.code ?? (line.code === '' ? titles.find(line.title) : null)
    if (own && own.title !== line.title) questions.push(otherTitle(line, own))
    if (found !== null) return { ...line, code: found, isNew: false }
    const like = schemes.length === 0 ? '' : titles.like(line.title)
    if (schemes.length > 0) questions.push(newScheme(line, like))
    const code = newCode(line, taken)
    taken.add(code)
    return { ...line, code, isNew: true }
  })
  const held = new Map(
    budgets
      .filter((each) => each.programme === programme)
      .map((each) => [`${each.scheme} ${each.year}`, each.amount]),
  )
  const changed = known.filter(({ code, budget }) =>
    Object.entries(budget).some(([year, amount]) => held.get(`${code} ${year}`) !== amount),
  )
  const conflicts = changed.map((line) => otherBudgets(line, held, unit)).filter(({ length }) => length > 0)
  const totals = latestTotals(budgets, programme)
  const apart = unitsApart(changed.map(asLine), ({ service }) => totals.get(service) ?? 0n, unit)
  return {
    known,
    problems: conflicts.flat(),
    questions: [
      ...apart.map(({ question }) => question),
      ...questions,
      ...absentSchemes(known, schemes, held),
    ],
    added: changed.length - conflicts.length,
    unchanged: known.length - changed.length,
  }
}

/** As codes are written in addresses: 'CAP 12/3' is cap-12-3. */
const schemeCode = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

function newCode({ code, title, service }: SchemeLine, taken: ReadonlySet<string>): string {
  const wanted = schemeCode(code || title).slice(0, 80)
  if (!taken.has(wanted)) return wanted
  const longer = `${service}-${wanted}`
  for (let n = 2, next = longer; ; n++) {
    if (!taken.has(next)) return next
    next = `${longer}-${n}`
  }
}

/** Each scheme’s total in the programme, or in the last one before it that is held. */
function latestTotals(budgets: readonly HeldBudget[], programme: string): Map<string, Pence> {
  const programmes = [...new Set(budgets.map((each) => each.programme))].toSorted()
  const last = programmes.findLast((each) => each <= programme) ?? programmes[0]
  const totals = new Map<string, Pence>()
  for (const { programme: of, scheme, amount } of budgets)
    if (of === last) totals.set(scheme, (totals.get(scheme) ?? 0n) + amount)
  return totals
}

const asLine = ({ code, title, budget, rows }: SchemeKnown) => ({
  service: code,
  name: title,
  budget: Object.values(budget).reduce((sum, amount) => sum + amount, 0n),
  forecast: 0n,
  rows,
})

const placeOf = ({ rows }: SchemeLine) => rows[0] ?? { sheet: '', row: 1 }

const otherBudgets = (
  line: SchemeKnown,
  held: ReadonlyMap<string, Pence>,
  unit: MoneyUnit,
): FinanceProblem[] =>
  Object.entries(line.budget).flatMap(([year, amount]) => {
    const was = held.get(`${line.code} ${year}`)
    const cell = line.rows.find(({ amounts }) => amounts.has(year))?.amounts.get(year)
    return was === undefined || was === amount
      ? []
      : [
          problemAt(
            placeOf(line),
            cell?.column ?? yearText(year),
            cell?.written ?? '',
            `The year would have two budgets: ${line.title} is held with ${moneyText(was, unit)} for ${yearText(year)} in this programme, and the file has ${moneyText(amount, unit)}. What a meeting saw is not overwritten. Mend the file, state the meeting it is of, or record the change to the programme.`,
          ),
        ]
  })

const otherTitle = (line: SchemeLine, held: HeldScheme): FinanceProblem =>
  problemAt(
    placeOf(line),
    'scheme',
    line.title,
    `The scheme ${held.code} is held as ‘${held.title}’, and the file calls it ‘${line.title}’. Is it the same scheme? Its name stays as it is held.`,
  )

const newScheme = (line: SchemeLine, like: string): FinanceProblem =>
  problemAt(
    placeOf(line),
    'scheme',
    line.title,
    `‘${line.title}’ is not among the schemes that are held for its service, and would be a new one.${like.startsWith(' Is') ? like : ''} Write a held scheme as it is named, or say why this one is new.`,
  )

function absentSchemes(
  known: readonly SchemeKnown[],
  schemes: readonly HeldScheme[],
  held: ReadonlyMap<string, Pence>,
): FinanceProblem[] {
  const given = new Set(known.map(({ code }) => code))
  const inProgramme = new Set([...held.keys()].map((key) => key.split(' ')[0]))
  const missing = schemes.filter(({ code }) => inProgramme.has(code) && !given.has(code))
  const [first] = known
  if (missing.length === 0 || !first) return []
  const names = missing.slice(0, 5).map(({ title }) => title)
  const more = missing.length > names.length ? ` and ${missing.length - names.length} more` : ''
  const message = `The file lacks schemes that this programme is held with: ${names.join(', ')}${more}. They stay as they are. Add them to the file, or say why they are left out.`
  return [problemAt(placeOf(first), 'scheme', '', message)]
}
