import { command, permit } from '../access/command.ts'
import { Conflict, Forbidden, NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type AssuranceCheck, checkedText } from '../domain/cycle/assurance-checks.ts'
import { nextStep } from '../domain/cycle/request-state.ts'
import type { Step } from '../domain/cycle/step.ts'
import { steps } from '../domain/cycle/step.ts'
import { stepActions } from '../domain/cycle/who-acts.ts'
import { whyNotThem, whyNotYet } from '../domain/cycle/who-decides.ts'
import type { DecisionMade } from './answers.ts'
import { heldCycle } from './held-quarter.ts'
import { remarksOf } from './remarks-of.ts'
import { type CycleRequest, cycleRequests } from './requests.ts'

/** The answer that was looked at: a newer one is not agreed to unseen. */
export type Looked = { readonly measure: string; readonly number: number }

export type AgreeInput = {
  readonly quarter: string
  readonly step: Step
  readonly answers: readonly Looked[]
  /** What was looked at before assuring them; kept as the decision's reason. */
  readonly checked?: readonly AssuranceCheck[]
}

/**
 * Agrees to answers at one step, all or none. Several at once only where nothing about any of them is remarkable. Throws
 * Forbidden for another's unit or one's own figure, Conflict when an answer has changed or moved on meanwhile.
 */
export const agreeTo = (
  db: Db,
  actor: Actor,
  { quarter, step, answers, checked = [] }: AgreeInput,
): Promise<number> =>
  command(db, actor, 'cycle.decide', async (db) => {
    permit(actor, stepActions[step])
    const decision = {
      decision: 'agreed',
      reason: checkedText(checked),
      together: answers.length > 1,
    } as const
    const looked = await lookedAt(db, actor, quarter, step, answers)
    if (looked.length > 1) await refuseRemarkable(db, actor, quarter, looked)
    for (const request of looked) await record(db, actor, quarter, step, request, decision)
    const measures = looked.map(({ measure }) => measure.code)
    return {
      result: looked.length,
      event:
        looked.length === 0
          ? null
          : {
              action: agreedEvent[step],
              subject: `cycle/${quarter}`,
              details: checked.length > 0 ? { measures, checked } : { measures },
            },
    }
  })

export type SendBackInput = Looked & {
  readonly quarter: string
  readonly step: Step
  readonly reason: string
}

/** Sends an answer back to whoever gave it, with the reason. Throws as `agreeTo` does; RangeError without a reason. */
export const sendBack = (db: Db, actor: Actor, input: SendBackInput): Promise<void> =>
  command(db, actor, 'cycle.decide', async (db) => {
    permit(actor, stepActions[input.step])
    const { quarter, step, measure, number } = input
    const reason = input.reason.trim()
    if (reason === '') throw new RangeError('Say what is to be put right: the officer reads it.')
    const [request] = await lookedAt(db, actor, quarter, step, [{ measure, number }])
    const decision = { decision: 'sent-back', reason, together: false } as const
    if (request) await record(db, actor, quarter, step, request, decision)
    const event = {
      action: 'cycle.sent-back',
      subject: `cycle/${quarter}`,
      details: { measures: [measure], step, reason },
    }
    return { result: undefined, event }
  })

const agreedEvent = {
  confirmation: 'cycle.confirmed',
  'sign-off': 'cycle.signed-off',
  assurance: 'cycle.assured',
} as const satisfies Record<Step, string>

async function lookedAt(
  db: Db,
  actor: Actor,
  quarter: string,
  step: Step,
  answers: readonly Looked[],
): Promise<CycleRequest[]> {
  const cycle = await heldCycle(db, quarter, 'shared')
  const requests = new Map((await cycleRequests(db, cycle)).map((each) => [each.measure.code, each]))
  const person = { accountId: actor.accountId ?? null, name: actor.name }
  return answers.map(({ measure, number }) => {
    const request = requests.get(measure)
    if (request === undefined) throw new NotFound(`Nothing is asked for ${measure} in the cycle ${quarter}.`)
    permit(actor, stepActions[step], { units: request.chain })
    const { answer, decisions, state } = request
    if (answer === null || answer.number !== number)
      throw new Conflict(
        `The answer for ${measure} has changed since you looked: ${answer === null ? 'there is none now' : `${answer.by.name} gave a new one`}. Look at it again before you agree.`,
      )
    const notYet = whyNotYet(step, nextStep(state))
    if (notYet !== null) throw new Conflict(`${measure}: ${notYet}`)
    const notThem = whyNotThem(person, step, answer.by, decisions)
    if (notThem !== null) throw new Forbidden(`${measure}: ${notThem}`)
    return request
  })
}

async function refuseRemarkable(
  db: Db,
  actor: Actor,
  quarter: string,
  looked: readonly CycleRequest[],
): Promise<void> {
  const remarks = await remarksOf(db, actor, quarter, looked)
  const remarkable = looked.find(({ measure }) => (remarks.get(measure.code) ?? []).length > 0)
  if (remarkable)
    throw new Conflict(
      `${remarkable.measure.code} is to be looked at by itself: ${(remarks.get(remarkable.measure.code) ?? []).join('; ')}. Nothing was ${steps[nextStep(remarkable.state) ?? 'confirmation'].done}.`,
    )
}

async function record(
  db: Db,
  actor: Actor,
  quarter: string,
  step: Step,
  { measure, answer, decisions, illustrative }: CycleRequest,
  decided: Pick<DecisionMade, 'decision' | 'reason' | 'together'>,
): Promise<void> {
  const added = await db
    .insertInto('cycle_decision')
    .values({
      authority_id: actor.authorityId,
      quarter,
      measure_code: measure.code,
      answer_number: answer?.number ?? 0,
      number: decisions.length + 1,
      step,
      ...decided,
      by_name: actor.name,
      by_role: actor.role,
      by_account_id: actor.accountId ?? null,
      illustrative: actor.illustrative === true || illustrative,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst()
  if (added === undefined)
    throw new Conflict(`Somebody else decided on ${measure.code} at the same moment. Look at it again.`)
}
