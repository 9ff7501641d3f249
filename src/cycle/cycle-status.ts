import type { Db } from '../db/database.ts'
import { unitText } from '../domain/access/unit.ts'
import { workingDaysLate } from '../domain/cycle/owed-words.ts'
import { type RequestState, stateOrder } from '../domain/cycle/request-state.ts'
import { nameOn } from '../domain/organisation/organisation-on.ts'
import { addDays } from '../domain/period.ts'
import { unitsOn } from '../organisation/organisation-facts.ts'
import { type Cycle, cycleFor } from './cycles.ts'
import { cycleRequests } from './requests.ts'

export type OwedByUnit = {
  readonly unit: string
  readonly name: string
  readonly asked: number
  readonly owes: readonly {
    readonly measure: string
    readonly title: string
    readonly state: RequestState
    readonly due: string
    readonly workingDaysLate: number
  }[]
}

export type CycleStatus = {
  readonly cycle: Cycle
  readonly counts: Readonly<Record<RequestState, number>>
  /** The unit that owes most first; units that owe nothing last. */
  readonly units: readonly OwedByUnit[]
}

/** Who owes what in a cycle; the latest when none is asked for. */
export async function cycleStatus(db: Db, slug: string | null, today: string): Promise<CycleStatus> {
  const cycle = await cycleFor(db, slug)
  const requests = await cycleRequests(db, cycle)
  const organisation = await unitsOn(db, addDays(cycle.quarter.end, -1))
  const units = [...Map.groupBy(requests, ({ unit }) => unitText(unit))].map(([unit, its]) => ({
    unit,
    name: its[0] === undefined ? unit : nameOn(organisation, its[0].unit),
    asked: its.length,
    owes: its
      .filter(({ state }) => state === 'waiting' || state === 'sent-back')
      .map(({ measure, state }) => ({
        measure: measure.code,
        title: measure.title,
        state,
        due: cycle.due.entry,
        workingDaysLate: cycle.lock === null ? workingDaysLate(cycle.due.entry, today) : 0,
      })),
  }))
  return {
    cycle,
    counts: Object.fromEntries(
      stateOrder.map((state) => [state, requests.filter((each) => each.state === state).length]),
    ) as Record<RequestState, number>,
    units: units.toSorted((a, b) => b.owes.length - a.owes.length || a.name.localeCompare(b.name)),
  }
}
