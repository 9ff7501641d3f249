import type { Db } from '../db/database.ts'
import { holdsOver } from '../domain/access/can.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Unit, UnitKind } from '../domain/access/unit.ts'
import { dueDay, type RequestState, requestState } from '../domain/cycle/request-state.ts'
import { chainOf } from '../domain/organisation/organisation-on.ts'
import { addDays, granularityOf, type Period } from '../domain/period.ts'
import { type RegisteredMeasure, registeredMeasures } from '../measures/queries.ts'
import { unitsOn } from '../organisation/organisation-facts.ts'
import { type Answer, answersOf, type DecisionMade, decisionsOf } from './answers.ts'
import type { Cycle } from './cycles.ts'

/** What is asked for one measure in a cycle, and how far it has come. */
export type CycleRequest = {
  readonly measure: RegisteredMeasure
  readonly period: Period
  readonly asks: 'figure' | 'words'
  readonly unit: Unit
  /** The unit and those above it, on the last day of the quarter. */
  readonly chain: readonly Unit[]
  readonly answer: Answer | null
  /** On the latest answer only, in order. */
  readonly decisions: readonly DecisionMade[]
  readonly state: RequestState
  /** By when what it waits for is due; null when it waits for nothing. */
  readonly due: string | null
  readonly wasSentBack: boolean
  readonly illustrative: boolean
}

/** Every request of a cycle, in the order of the register. */
export async function cycleRequests(db: Db, cycle: Cycle): Promise<CycleRequest[]> {
  const rows = await db.selectFrom('cycle_request').selectAll().where('quarter', '=', cycle.slug).execute()
  const answers = new Map((await answersOf(db, cycle.slug)).map((answer) => [answer.measure, answer]))
  const decisions = Map.groupBy(await decisionsOf(db, cycle.slug), ({ measure }) => measure)
  const measures = new Map((await registeredMeasures(db)).map((measure) => [measure.code, measure]))
  const organisation = await unitsOn(db, addDays(cycle.quarter.end, -1))
  return rows
    .flatMap((row) => {
      const measure = measures.get(row.measure_code)
      if (measure === undefined) return []
      const unit = unitOf(row)
      const answer = answers.get(measure.code) ?? null
      const all = decisions.get(measure.code) ?? []
      const onLatest = all.filter(({ answerNumber }) => answerNumber === answer?.number)
      const state = requestState(answer !== null, onLatest)
      return {
        measure,
        period: {
          start: row.period_start,
          end: row.period_end,
          granularity: granularityOf(row.period_start, row.period_end),
        },
        asks: row.asks,
        unit,
        chain: chainOf(organisation, unit),
        answer,
        decisions: onLatest,
        state,
        due: cycle.lock ? null : dueDay(state, cycle.due),
        wasSentBack: all.some(({ decision }) => decision === 'sent-back'),
        illustrative: row.illustrative,
      }
    })
    .sort((a, b) => a.measure.position - b.measure.position)
}

/** The requests an actor's own units answer for; all of them for whoever speaks for the whole council. */
export const requestsFor = async (db: Db, actor: Actor, cycle: Cycle): Promise<CycleRequest[]> =>
  (await cycleRequests(db, cycle)).filter(({ chain }) => holdsOver(actor, chain))

const unitOf = (row: { unit_kind: UnitKind; unit_code: string }): Unit => ({
  kind: row.unit_kind,
  code: row.unit_code,
})
