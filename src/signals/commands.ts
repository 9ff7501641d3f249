import { command, permit } from '../access/command.ts'
import { Conflict, Forbidden, NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { hold } from '../db/hold.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Person } from '../domain/access/same-person.ts'
import { unitText } from '../domain/access/unit.ts'
import { firstLevel, type SignalKind, type Step } from '../domain/signals/signal.ts'
import { whyNotAct, whyNotReply } from '../domain/signals/who-acts.ts'
import { type About, aboutChoices, aboutText, unitAnswering } from './about.ts'
import { forumsOf, type Signal, signalFor } from './queries.ts'
import { unitsOver } from './units-over.ts'

export type RaiseInput = {
  readonly kind: SignalKind
  readonly about: About
  readonly words: string
  readonly today: string
}

/** Raises something, with the level at which somebody of that role begins; gives its number. */
export const raiseSignal = (db: Db, actor: Actor, input: RaiseInput): Promise<number> =>
  command(db, actor, 'signal.raise', async (db) => {
    const { kind, about, words, today } = input
    const known = (await aboutChoices(db)).some((each) => aboutText(each) === aboutText(about))
    if (!known)
      throw new NotFound(
        `There is no ${about.kind.replace('-', ' ')} '${about.code}' to raise anything about.`,
      )
    const unit = await unitAnswering(db, about, today)
    const level = firstLevel(actor.role, unit !== null)
    const { id } = await db
      .insertInto('signal')
      .values({
        authority_id: actor.authorityId,
        kind,
        about_kind: about.kind,
        about_code: about.code,
        words,
        first_level: level,
        unit_kind: unit?.kind ?? null,
        unit_code: unit?.code ?? null,
        raised_by: actor.name,
        raised_by_role: actor.role,
        raised_by_account_id: actor.accountId ?? null,
        raised_on: today,
        illustrative: actor.illustrative === true,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const details = { kind, about: aboutText(about), level, unit: unit && unitText(unit) }
    return { result: id, event: { action: 'signal.raised', subject: `signal/${id}`, details } }
  })

export type StepInput = {
  readonly id: number
  /** How many steps there were when this one was decided upon. */
  readonly seen: number
  readonly step: Exclude<Step, 'settled' | 'not-settled'>
  readonly words: string | null
  readonly forum: string | null
  readonly today: string
}

/** An officer's step, at the level where it waits and for a unit of their own. */
export const takeSignalStep = (db: Db, actor: Actor, input: StepInput): Promise<void> =>
  command(db, actor, 'signal.act', async (db) => {
    const { step, words, forum, today } = input
    const signal = await lockedSignal(db, input)
    const { standing, steps: before } = signal
    refuse(whyNotAct({ role: actor.role, person: personOf(actor) }, step, { signal, standing, before }))
    if (actor.role !== 'business-intelligence')
      permit(actor, 'signal.act', { units: await unitsOver(db, signal.unit, today) })
    if (step === 'put-to-forum' && !(await forumsOf(db)).some(({ code }) => code === forum))
      throw new NotFound('There is no such forum. Choose one of the list.')
    await keepStep(db, actor, signal, { step, words, forum: step === 'put-to-forum' ? forum : null, today })
    const details = { step, level: standing.level, forum: step === 'put-to-forum' ? forum : null }
    return {
      result: undefined,
      event: { action: 'signal.step-taken', subject: `signal/${signal.id}`, details },
    }
  })

export type ReplyInput = {
  readonly id: number
  readonly seen: number
  readonly reply: 'settled' | 'not-settled'
  readonly words: string | null
  readonly today: string
}

/** Whoever raised it says whether the outcome answers it. Where it does not, it goes one level up. */
export const replyToOutcome = (db: Db, actor: Actor, input: ReplyInput): Promise<void> =>
  command(db, actor, 'signal.raise', async (db) => {
    const { reply, words, today } = input
    const signal = await lockedSignal(db, input)
    refuse(whyNotReply(personOf(actor), signal, signal.standing))
    await keepStep(db, actor, signal, { step: reply, words, forum: null, today })
    const details = { settled: reply === 'settled' }
    return { result: undefined, event: { action: 'signal.replied', subject: `signal/${signal.id}`, details } }
  })

/** One step at a time. */
async function lockedSignal(db: Db, { id, seen }: { id: number; seen: number }) {
  await hold(db, `signal ${id}`)
  const signal = await signalFor(db, id)
  const last = signal.steps.at(-1)
  if (signal.steps.length !== seen)
    throw new Conflict(`Something was done about it meanwhile, by ${last?.by.name}. Read that first.`)
  return signal
}

const keepStep = (
  db: Db,
  actor: Actor,
  signal: Signal,
  { step, words, forum, today }: { step: Step; words: string | null; forum: string | null; today: string },
) =>
  db
    .insertInto('signal_step')
    .values({
      authority_id: actor.authorityId,
      signal_id: signal.id,
      number: signal.steps.length + 1,
      step,
      level: signal.standing.level,
      forum_code: forum,
      words,
      on_day: today,
      by_name: actor.name,
      by_role: actor.role,
      by_account_id: actor.accountId ?? null,
      // What is done about something illustrative is as illustrative, so that it can be taken away with it.
      illustrative: actor.illustrative === true || signal.illustrative,
    })
    .execute()

const personOf = ({ accountId, name }: Actor): Person => ({ accountId: accountId ?? null, name })

function refuse(reason: string | null): void {
  if (reason !== null) throw new Forbidden(reason)
}
