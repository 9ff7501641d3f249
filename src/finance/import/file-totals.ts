import type { RevenueRead } from '../../domain/finance/import/read-revenue.ts'
import type { FoundTotal } from '../../domain/finance/import/totals.ts'
import type { ControlTotalInput, HeldControlTotal } from '../control-totals.ts'

/**
 * The totals of a file that are of all services, or of the whole council, kept to be held against the lines for good. A total that
 * is held already, as a paper printed it, stays as it is.
 */
export function fileTotals(
  { lines, totals }: RevenueRead,
  file: string,
  kinds: ReadonlyMap<string, string>,
  held: readonly HeldControlTotal[],
): ControlTotalInput[] {
  const all = new Set(lines.flatMap(({ rows }) => rows))
  const services = new Set(
    lines.filter(({ service }) => kinds.get(service) === 'service').flatMap(({ rows }) => rows),
  )
  const taken = new Set(held.map(({ line, quantity }) => `${line} ${quantity}`))
  return totals.flatMap((total) => {
    const line = isAll(total, all) ? 'total' : isAll(total, services) ? 'services' : null
    if (line === null || taken.has(`${line} ${total.key}`)) return []
    taken.add(`${line} ${total.key}`)
    return [
      {
        line,
        quantity: total.key,
        title: `${total.name || 'Total'}, ${total.key}`,
        printed: total.printed,
        precision: total.step,
        source: `${file}, row ${total.row}`,
      },
    ]
  })
}

const isAll = ({ covers }: FoundTotal, rows: ReadonlySet<unknown>): boolean =>
  covers.length === rows.size && covers.every((row) => rows.has(row))
