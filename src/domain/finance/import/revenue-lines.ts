import type { Pence } from '../../money.ts'
import { type FinanceProblem, type Place, placeText, problemAt } from './finance-problem.ts'
import type { KnownServices } from './known-services.ts'
import type { MoneyRow } from './money-rows.ts'
import { moneyText } from './money-text.ts'
import type { MoneyUnit } from './money-unit.ts'
import type { RevenueShape } from './revenue-settings.ts'

/** A service’s budget and forecast: the sum of its lines. */
export type ServiceLine = {
  readonly service: string
  readonly name: string
  readonly budget: Pence
  readonly forecast: Pence
  readonly rows: readonly MoneyRow[]
}

export type UnknownCostCentre = {
  readonly code: string
  readonly description: string
  readonly rows: readonly Place[]
}

export type ServiceOf = (row: MoneyRow) => string | null

/** Which service each row belongs to, as the shape of the file has it; null where nothing says. */
export function serviceFinder(
  shape: RevenueShape,
  services: KnownServices,
  costCentres: ReadonlyMap<string, string>,
): ServiceOf {
  if (shape === 'sheets') return ({ sheet }) => services.find(sheet)
  if (shape === 'table') return ({ name }) => services.find(name)
  return ({ cell }) => services.find(cell('service')) ?? costCentres.get(cell('cost_centre')) ?? null
}

export type LinesRead = {
  readonly lines: readonly ServiceLine[]
  readonly problems: readonly FinanceProblem[]
  readonly unknown: readonly UnknownCostCentre[]
  /** Cost centres with their services as this file or its sender says, to be remembered. */
  readonly said: ReadonlyMap<string, string>
}

type From = {
  readonly shape: RevenueShape
  readonly services: KnownServices
  readonly costCentres: ReadonlyMap<string, string>
  readonly unit: MoneyUnit
}

/** Sums rows to services. Every row has a service, a budget and a forecast, and is given once, or is refused. */
export function serviceLines(rows: readonly MoneyRow[], from: From): LinesRead {
  const { shape, services, costCentres, unit } = from
  const serviceOf = serviceFinder(shape, services, costCentres)
  const problems: FinanceProblem[] = givenTwice(rows, shape, unit)
  const unknown = new Map<string, { description: string; rows: Place[] }>()
  const said = new Map<string, string>()
  const sums = new Map<string, { budget: Pence; forecast: Pence; rows: MoneyRow[] }>()
  for (const row of rows) {
    problems.push(...blanks(row))
    const [service, code] = [serviceOf(row), row.cell('cost_centre')]
    if (service === null) {
      if (shape === 'cost-centres' && code !== '' && row.cell('service') === '') {
        const held = unknown.get(code) ?? { description: row.cell('description'), rows: [] }
        unknown.set(code, { ...held, rows: [...held.rows, row] })
      } else problems.push(...noService(row, from))
      continue
    }
    const held = costCentres.get(code)
    if (shape === 'cost-centres' && code !== '') {
      const other = said.get(code) ?? held
      if (other !== undefined && other !== service) problems.push(twoServices(row, service, other, services))
      said.set(code, service)
    }
    const sum = sums.get(service) ?? { budget: 0n, forecast: 0n, rows: [] }
    sum.budget += row.amounts.get('budget')?.pence ?? 0n
    sum.forecast += row.amounts.get('forecast')?.pence ?? 0n
    sum.rows.push(row)
    sums.set(service, sum)
  }
  const order = new Map(services.all.map(({ code }, at) => [code, at]))
  const lines = [...sums]
    .toSorted(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    .map(([service, sum]) => ({ service, name: services.nameOf(service), ...sum }))
  const asked = [...unknown].map(([code, each]) => ({ code, ...each }))
  return { lines, problems: [...problems, ...asked.map(askFor)], unknown: asked, said }
}

const blanks = (row: MoneyRow): FinanceProblem[] =>
  (['budget', 'forecast'] as const).flatMap((key) =>
    row.amounts.has(key)
      ? []
      : [problemAt(row, key, '', `The ${key} is blank. Write 0 where nought is meant, or take the row out.`)],
  )

function noService(row: MoneyRow, { shape, services }: From): FinanceProblem[] {
  if (shape === 'cost-centres' && row.cell('service') === '')
    return [
      problemAt(
        row,
        'cost centre',
        row.name,
        'The row names no cost centre and is no total of the rows above it. Give its cost centre, or take it out.',
      ),
    ]
  const [column, name] =
    shape === 'sheets' ? ['sheet', row.sheet] : ['service', row.cell('service') || row.name]
  const says = `There is no service ‘${name}’ here.${services.like(name)}`
  return [
    problemAt(
      row,
      column,
      name,
      `${says} ${shape === 'sheets' ? 'Name the sheet as the service is named.' : 'Write the service as it is named here; a total says so in its name.'}`,
    ),
  ]
}

const askFor = ({ code, description, rows }: UnknownCostCentre): FinanceProblem =>
  problemAt(
    rows[0] ?? { sheet: '', row: 1 },
    'cost centre',
    code,
    `No service is known for the cost centre ${code}${description ? ` (${description})` : ''}. Say which it belongs to (on the command line --cost-centres ${code}=SERVICE); it is remembered.`,
  )

const twoServices = (
  row: MoneyRow,
  service: string,
  other: string,
  { nameOf }: KnownServices,
): FinanceProblem =>
  problemAt(
    row,
    'service',
    nameOf(service),
    `The cost centre ${row.cell('cost_centre')} is of ${nameOf(other)} elsewhere, and here of ${nameOf(service)}. Mend the row, or say which is right (on the command line --cost-centres ${row.cell('cost_centre')}=SERVICE).`,
  )

/** The same line twice would be added twice; with another budget it gives the year two budgets. */
function givenTwice(rows: readonly MoneyRow[], shape: RevenueShape, unit: MoneyUnit): FinanceProblem[] {
  const first = new Map<string, MoneyRow>()
  return rows.flatMap((row) => {
    const key = keyOf(row, shape)
    const before = first.get(key)
    if (!before) {
      first.set(key, row)
      return []
    }
    const [was, is] = [before, row].map(({ amounts }) => amounts.get('budget')?.pence ?? 0n)
    const budget = row.amounts.get('budget')
    const message =
      was === is
        ? `This line is given twice: ${placeText(before)} is of the same. Keep one of them.`
        : `The year has two budgets for this line: ${moneyText(was ?? 0n, unit)} in ${placeText(before)} and ${moneyText(is ?? 0n, unit)} here. Keep the one that is right.`
    return [problemAt(row, budget?.column ?? 'budget', budget?.written ?? '', message)]
  })
}

function keyOf({ sheet, group, name, cell }: MoneyRow, shape: RevenueShape): string {
  if (shape === 'table') return JSON.stringify([name.toLowerCase(), cell('month')])
  const line = [cell('cost_centre'), cell('description'), cell('month')]
  return JSON.stringify(shape === 'sheets' ? [sheet, group, name, ...line] : [cell('service'), ...line])
}
