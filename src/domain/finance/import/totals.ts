import { type Pence, roundPence } from '../../money.ts'
import type { Place } from './finance-problem.ts'
import type { MoneyRow } from './money-rows.ts'
import { moneyText } from './money-text.ts'
import type { MoneyUnit } from './money-unit.ts'

/** One amount of a row that is a total, held against the lines it is of. */
export type FoundTotal = Place & {
  readonly name: string
  readonly column: string
  readonly written: string
  readonly key: string
  readonly printed: Pence
  readonly computed: Pence
  readonly step: Pence
  readonly agrees: boolean
  /** How it was known: by its name, or because it is the sum of the rows above it. */
  readonly by: 'name' | 'sum'
  readonly covers: readonly MoneyRow[]
  readonly says: string
}

export type Sort = {
  /** 'subtotal-or-line': it names what other lines are of, and is their total where there are any. */
  readonly kind: 'total' | 'line' | 'unknown' | 'subtotal-or-line'
  readonly of?: ((line: MoneyRow) => boolean) | null
}

export type Sorting = {
  readonly unit: MoneyUnit
  /** Whether a row is a line, calls itself a total, or may be one; and what of, where it says that. */
  readonly sortOf: (row: MoneyRow) => Sort
  /** What the lines have for a total of that kind: a variance is forecast less budget, whatever the lines say. */
  readonly amountOf: (line: MoneyRow, key: string) => Pence
  /** Lines of different groups, such as months, are not added to one total, unless the total itself is of none. */
  readonly groupOf: (row: MoneyRow) => string | null
}

/** Parts the rows of a table into lines and totals. A total is never added: it is held against the lines it can be of. */
export function lineAndTotals(rows: readonly MoneyRow[], sorting: Sorting) {
  const lines: MoneyRow[] = []
  const totals: MoneyRow[] = []
  const sorts = new Map(rows.map((row) => [row, sorting.sortOf(row)]))
  const isOfLines = (row: MoneyRow, of: Sort['of']): boolean =>
    rows.some((other) => other !== row && sorts.get(other)?.kind === 'line' && of?.(other) === true)
  const keys = [...new Set(rows.flatMap(({ amounts }) => [...amounts.keys()]))]
  const all = tally(keys, sorting)
  let block = tally(keys, sorting)
  for (const row of rows) {
    const { kind, of } = sorts.get(row) ?? { kind: 'unknown' }
    const bySum = kind === 'unknown' && [block, all].some((above) => isSumOf(row, above, sorting))
    if (kind === 'total' || bySum || (kind === 'subtotal-or-line' && isOfLines(row, of))) {
      totals.push(row)
      block = tally(keys, sorting)
    } else {
      lines.push(row)
      all.add(row)
      block.add(row)
    }
  }
  return {
    lines,
    totals: totals.flatMap((total) => heldAgainst(total, rows, lines, sorts.get(total), sorting)),
  }
}

type Tally = {
  readonly add: (line: MoneyRow) => void
  readonly of: (group: string | null) => {
    readonly filled: number
    readonly sums: ReadonlyMap<string, Pence>
  }
}

/** Running sums of the lines above, by group and altogether: a ledger may be long, and each row of it a total. */
function tally(keys: readonly string[], { amountOf, groupOf }: Sorting): Tally {
  const held = new Map<string | null, { filled: number; sums: Map<string, Pence> }>()
  const nothing = { filled: 0, sums: new Map<string, Pence>() }
  return {
    add: (line) => {
      const isFilled = [...line.amounts.values()].some(({ pence }) => pence !== 0n)
      for (const group of new Set([null, groupOf(line)])) {
        const sum = held.get(group) ?? { filled: 0, sums: new Map<string, Pence>() }
        if (isFilled) sum.filled += 1
        for (const key of keys) sum.sums.set(key, (sum.sums.get(key) ?? 0n) + amountOf(line, key))
        held.set(group, sum)
      }
    },
    of: (group) => held.get(group) ?? nothing,
  }
}

/** Chance alone makes small numbers add up: only a sum of two or more lines that are not nought counts. */
function isSumOf(row: MoneyRow, above: Tally, { groupOf }: Sorting): boolean {
  const { filled, sums } = above.of(groupOf(row))
  const amounts = [...row.amounts]
  return (
    filled > 1 &&
    amounts.some(([, { pence }]) => pence !== 0n) &&
    amounts.every(([key, { pence, step }]) => roundPence(sums.get(key) ?? 0n, step) === pence)
  )
}

function heldAgainst(
  total: MoneyRow,
  rows: readonly MoneyRow[],
  lines: readonly MoneyRow[],
  sort: Sort | undefined,
  sorting: Sorting,
): FoundTotal[] {
  const of = sort?.of ?? null
  const group = sorting.groupOf(total)
  const mine = lines.filter((line) => group === null || sorting.groupOf(line) === group)
  const own = of === null ? [] : mine.filter(of)
  const choices = own.length > 0 ? [own] : candidates(total, rows, mine)
  const [best = []] = choices.toSorted((a, b) => nearer(apart(total, a, sorting), apart(total, b, sorting)))
  return [...total.amounts].map(([key, { pence: printed, step, column, written }]) => {
    const computed = sum(best, key, sorting)
    const agrees = roundPence(computed, step) === printed
    const by = sort?.kind === 'unknown' ? ('sum' as const) : ('name' as const)
    const { sheet, row, name } = total
    const found = {
      sheet,
      row,
      name,
      column,
      written,
      key,
      printed,
      computed,
      step,
      agrees,
      by,
      covers: best,
    }
    return { ...found, says: sentence(found, sorting.unit) }
  })
}

/** The lines a total may be of: those since the total before it, all above it, or all of its table. */
function candidates(total: MoneyRow, rows: readonly MoneyRow[], lines: readonly MoneyRow[]): MoneyRow[][] {
  const isLine = new Set(lines)
  const above = rows.slice(0, rows.indexOf(total))
  const block = above.slice(above.findLastIndex((row) => !isLine.has(row)) + 1)
  return [block, above.filter((row) => isLine.has(row)), [...lines]].filter((some) => some.length > 0)
}

type Apart = { readonly amounts: number; readonly pence: Pence }

/** How many of a total's amounts the lines do not make, and by how much altogether. */
function apart(total: MoneyRow, lines: readonly MoneyRow[], sorting: Sorting): Apart {
  const gaps = [...total.amounts]
    .map(([key, { pence, step }]) => roundPence(sum(lines, key, sorting), step) - pence)
    .filter((gap) => gap !== 0n)
  return { amounts: gaps.length, pence: gaps.reduce((all, gap) => all + (gap < 0n ? -gap : gap), 0n) }
}

const nearer = (a: Apart, b: Apart): number =>
  a.amounts - b.amounts || (a.pence < b.pence ? -1 : a.pence > b.pence ? 1 : 0)

const sum = (lines: readonly MoneyRow[], key: string, { amountOf }: Sorting): Pence =>
  lines.reduce((total, line) => total + amountOf(line, key), 0n)

function sentence(
  { name, column, printed, computed, agrees, by, covers }: Omit<FoundTotal, 'says'>,
  unit: MoneyUnit,
): string {
  const lines =
    covers.length === 1 ? 'the line it is of makes' : `the ${covers.length} lines it is of add up to`
  const known = by === 'sum' ? ' It was known as a total by that, and is not added again.' : ''
  const what = `${name}, ${column}`
  if (agrees) return `${what}: ${lines} the ${moneyText(printed, unit)} of the file.${known}`
  const gap = computed - printed
  const size = moneyText(gap < 0n ? -gap : gap, unit)
  return `${what}: ${lines} ${moneyText(computed, unit)}; the file says ${moneyText(printed, unit)}, ${size} ${gap < 0n ? 'more' : 'less'}.`
}
