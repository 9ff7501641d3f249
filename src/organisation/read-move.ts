import { parseUnit, type Unit } from '../domain/access/unit.ts'
import { wrongWithClosure } from '../domain/organisation/check-closure.ts'
import { wrongWithMove } from '../domain/organisation/check-move.ts'
import type { OrganisationFacts } from '../domain/organisation/organisation-on.ts'
import type { Part } from '../domain/organisation/part.ts'
import type { Read } from '../web/form.ts'
import { changeReader } from './read-change.ts'

export type AskedMove = { readonly parent: Unit; readonly from: string; readonly reason: string }
export type AskedClosure = { readonly on: string; readonly into: Unit | null; readonly reason: string }

/** Why it was done, as long as it may be. */
export const longestReason = 300

/** A move as typed, with what is wrong with each field; the register's own objections too when it is given. */
export function readMove(
  body: URLSearchParams,
  part: Part,
  facts: OrganisationFacts | null,
): Read<AskedMove> {
  const { typed, day, words, wrong, problems } = changeReader(body)
  const parent = parseUnit(typed('parent'))
  if (parent === null) wrong('parent', 'Choose what it will belong to')
  const from = day('from', 'the first day on which it belongs there')
  const reason = words('reason', 'why it moves', longestReason)
  if (problems.length > 0 || parent === null) return { ok: false, problems }
  const objections = facts === null ? [] : wrongWithMove(facts, { part, parent, from })
  return objections.length > 0
    ? { ok: false, problems: objections }
    : { ok: true, input: { parent, from, reason } }
}

/** In the select of a closure: its work ends with it. */
export const workEnds = 'nowhere'

/** A closure as typed, in the same way. */
export function readClosure(
  body: URLSearchParams,
  part: Part,
  facts: OrganisationFacts | null,
): Read<AskedClosure> {
  const { typed, day, words, wrong, problems } = changeReader(body)
  const goes = typed('into')
  const into = goes === workEnds ? null : parseUnit(goes)
  if (into === null && goes !== workEnds) wrong('into', 'Choose where its work goes, or that it ends')
  const on = day('on', 'the first day on which it is no longer there')
  const reason = words('reason', 'why it closes', longestReason)
  if (problems.length > 0) return { ok: false, problems }
  const objections = facts === null ? [] : wrongWithClosure(facts, { part, on, into })
  return objections.length > 0
    ? { ok: false, problems: objections }
    : { ok: true, input: { on, into, reason } }
}
