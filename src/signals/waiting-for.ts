import type { Db } from '../db/database.ts'
import { can } from '../domain/access/can.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Step } from '../domain/signals/signal.ts'
import { nextSteps } from '../domain/signals/standing.ts'
import { whyNotAct, whyNotReply } from '../domain/signals/who-acts.ts'
import type { Signal } from './queries.ts'
import { unitsOver } from './units-over.ts'

/** What somebody can do next about something that was raised; nothing where it waits for others. */
export async function stepsOpenTo(
  db: Db,
  actor: Actor,
  signal: Signal,
  today: string,
): Promise<readonly Step[]> {
  const person = { accountId: actor.accountId ?? null, name: actor.name }
  const { standing, steps: before } = signal
  if (standing.state === 'answered')
    return whyNotReply(person, signal, standing) === null ? nextSteps(standing) : []
  const open = nextSteps(standing).filter(
    (step) => whyNotAct({ role: actor.role, person }, step, { signal, standing, before }) === null,
  )
  if (open.length === 0 || !can(actor, 'signal.act').allowed) return []
  if (actor.role === 'business-intelligence') return open
  return can(actor, 'signal.act', { units: await unitsOver(db, signal.unit, today) }).allowed ? open : []
}

export const raisedBy = (signals: readonly Signal[], { accountId, name }: Actor): Signal[] =>
  signals.filter(({ raisedBy: by }) =>
    accountId === undefined ? by.accountId === null && by.name === name : by.accountId === accountId,
  )

/** Those that wait for this very reader to answer, pass up, put to a forum or return. */
export async function waitingFor(
  db: Db,
  actor: Actor,
  signals: readonly Signal[],
  today: string,
): Promise<Signal[]> {
  const open = []
  for (const signal of signals) {
    const { state } = signal.standing
    if (state !== 'waiting' && state !== 'decided') continue
    if ((await stepsOpenTo(db, actor, signal, today)).length > 0) open.push(signal)
  }
  return open
}
