import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { rowKeyText } from '../../domain/cycle/workbook-columns.ts'
import { dayText, periodText } from '../../domain/period-text.ts'
import { quantityText, units } from '../../domain/quantity.ts'
import { type Cycle, cyclesOf } from '../cycles.ts'
import { type EarlierFigure, earlierFigures } from '../earlier-figures.ts'
import { type CycleRequest, requestsFor } from '../requests.ts'

/** One row of the workbook before it is filled in, by column. */
export type OwedRow = Readonly<Record<'row-key' | 'code' | 'title' | 'period' | 'expected' | 'last', string>>

export type OwedWork = { readonly cycle: Cycle; readonly rows: readonly OwedRow[] }

/** What an actor still owes in the latest cycle that is open; null when none is. */
export async function owedBy(db: Db, actor: Actor): Promise<OwedWork | null> {
  const cycle = await openCycleOf(db)
  if (cycle === null) return null
  const requests = (await requestsFor(db, actor, cycle)).filter(isOwed)
  const earlier = await earlierFigures(db, actor, requests)
  return {
    cycle,
    rows: requests.map((request) => rowOf(cycle, request, earlier.get(request.measure.code)?.at(-1))),
  }
}

export const openCycleOf = async (db: Db): Promise<Cycle | null> =>
  (await cyclesOf(db)).find(({ lock }) => lock === null) ?? null

const isOwed = ({ state }: CycleRequest): boolean => state === 'waiting' || state === 'sent-back'

function rowOf(cycle: Cycle, request: CycleRequest, last: EarlierFigure | undefined): OwedRow {
  const { measure, period, asks, answer, decisions, due, state } = request
  const seen = answer?.number ?? 0
  const back = state === 'sent-back' ? decisions.at(-1)?.reason : null
  const { unit } = measure.series ?? measure
  const decimals = measure.series?.decimals ?? units[unit].decimals
  return {
    'row-key': rowKeyText({ quarter: cycle.slug, measure: measure.code, seen }),
    code: measure.code,
    title: measure.title,
    period: periodText(period),
    expected: [
      asks === 'words' ? 'Words only: the figure is held' : units[measure.unit].name,
      ...(due === null ? [] : [`by ${dayText(due)}`]),
      ...(back ? [`sent back: ${back}`] : []),
    ].join('; '),
    last:
      last === undefined
        ? 'none held'
        : `${quantityText(last.value, unit, decimals)} (${periodText(last.period)}${last.status === 'final' ? '' : `, ${last.status}`})`,
  }
}
