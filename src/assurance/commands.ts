import { command, permit } from '../access/command.ts'
import { Conflict, Forbidden } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { hold } from '../db/hold.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Person } from '../domain/access/same-person.ts'
import {
  type Materiality,
  needsAnswer,
  type Response,
  type TestResult,
  whyNotClose,
  whyNotRespond,
  whyNotTest,
} from '../domain/assurance/audit-finding.ts'
import { type AuditItem, auditItemFor } from './items.ts'
import { unitsOfMeasure } from './measure-units.ts'

/** Which figure of which sample, and what was seen when deciding. */
type OfItem = { readonly financialYear: string; readonly item: number }

export type TestInput = OfItem & {
  /** How many tests of it there were when this one was written. */
  readonly seenTests: number
  readonly result: TestResult
  readonly evidence: string
  readonly finding: string | null
  readonly materiality: Materiality | null
  readonly recommendation: string | null
}

/** Records what the source evidence of a figure showed. A later test takes the place of the one before, with its answer. */
export const recordAuditTest = (db: Db, actor: Actor, input: TestInput): Promise<void> =>
  command(db, actor, 'audit-sample.test', async (db) => {
    const { financialYear, result, evidence, finding, materiality, recommendation } = input
    const item = await lockedItem(db, input)
    refuse(whyNotTest(personOf(actor), item.recordedBy))
    if (item.tests.length !== input.seenTests)
      throw new Conflict(`Another test of this figure was recorded meanwhile, by ${item.test?.by.name}.`)
    const number = item.tests.length + 1
    await db
      .insertInto('audit_test')
      .values({
        ...keyOf(actor, input),
        number,
        result,
        evidence,
        finding,
        materiality,
        recommendation,
        ...doneBy(actor, item),
      })
      .execute()
    const details = { measure: item.measure.code, test: number, result, materiality }
    return {
      result: undefined,
      event: { action: 'audit-test.recorded', subject: subjectOf(financialYear, item), details },
    }
  })

export type ResponseInput = OfItem & {
  readonly test: number
  /** How many answers there were when this one was written. */
  readonly seenResponses: number
  readonly response: Response
  readonly action: string
  readonly byWhen: string | null
  readonly today: string
}

/** Management's answer to a finding, for a unit of the actor's own. A later answer takes the place of the one before. */
export const answerAuditFinding = (db: Db, actor: Actor, input: ResponseInput): Promise<void> =>
  command(db, actor, 'audit-sample.respond', async (db) => {
    const { financialYear, response, action, byWhen, today } = input
    const item = await lockedItem(db, input)
    permit(actor, 'audit-sample.respond', { units: await unitsOfMeasure(db, item.measure.code, today) })
    const test = openTest(item, input.test)
    refuse(whyNotRespond(personOf(actor), test.by))
    if (!needsAnswer(test))
      throw new Conflict('The figure agreed with its evidence: there is nothing to answer.')
    if (item.responses.length !== input.seenResponses)
      throw new Conflict(`Another answer was given meanwhile, by ${item.response?.by.name}.`)
    const number = item.responses.length + 1
    await db
      .insertInto('audit_response')
      .values({
        ...keyOf(actor, input),
        test_number: test.number,
        number,
        response,
        action,
        by_when: byWhen,
        ...doneBy(actor, item),
      })
      .execute()
    const details = { measure: item.measure.code, test: test.number, response, byWhen }
    return {
      result: undefined,
      event: { action: 'audit-finding.answered', subject: subjectOf(financialYear, item), details },
    }
  })

export type ClosureInput = OfItem & { readonly test: number; readonly words: string }

/** Closes a finding that was answered, by somebody else than whoever answered it. */
export const closeAuditFinding = (db: Db, actor: Actor, input: ClosureInput): Promise<void> =>
  command(db, actor, 'audit-sample.close', async (db) => {
    const item = await lockedItem(db, input)
    const test = openTest(item, input.test)
    if (item.response === null)
      throw new Conflict(
        'The finding has not been answered. It can be closed when the assistant director has said what is done.',
      )
    refuse(whyNotClose(personOf(actor), item.response.by))
    await db
      .insertInto('audit_closure')
      .values({
        ...keyOf(actor, input),
        test_number: test.number,
        words: input.words,
        ...doneBy(actor, item),
      })
      .execute()
    const details = { measure: item.measure.code, test: test.number }
    return {
      result: undefined,
      event: { action: 'audit-finding.closed', subject: subjectOf(input.financialYear, item), details },
    }
  })

/** One change of a figure at a time, until the end of the transaction. */
async function lockedItem(db: Db, { financialYear, item }: OfItem): Promise<AuditItem> {
  await hold(db, `audit item ${financialYear} ${item}`)
  return auditItemFor(db, financialYear, item)
}

function openTest({ test, closure }: AuditItem, seen: number) {
  if (test === null) throw new Conflict('The figure has not been tested yet, so nothing was found.')
  if (test.number !== seen)
    throw new Conflict('The figure was tested again meanwhile: read the new finding first.')
  if (closure !== null) throw new Conflict(`The finding was closed meanwhile, by ${closure.by.name}.`)
  return test
}

const personOf = ({ accountId, name }: Actor): Person => ({ accountId: accountId ?? null, name })

const subjectOf = (financialYear: string, item: AuditItem): string =>
  `audit-sample/${financialYear}/${item.number}`

const keyOf = ({ authorityId }: Actor, { financialYear, item }: OfItem) => ({
  authority_id: authorityId,
  financial_year: financialYear,
  item_number: item,
})

/** What is done about something illustrative is as illustrative, so that it can be taken away with it. */
const doneBy = (actor: Actor, item: AuditItem) => ({
  by_name: actor.name,
  by_role: actor.role,
  by_account_id: actor.accountId ?? null,
  illustrative: actor.illustrative === true || item.illustrative,
})

function refuse(reason: string | null): void {
  if (reason !== null) throw new Forbidden(reason)
}
