import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { AnswerChecked, EvidenceKind } from '../domain/cycle/answer-checks.ts'
import type { AnswerInput } from './answer-requests.ts'
import type { AnswerOrigin } from './answers.ts'
import type { Cycle } from './cycles.ts'

/** Adds one answer after those before it; false when another has taken its number in the meantime. */
export async function storeAnswer(
  db: Db,
  actor: Actor,
  cycle: Cycle,
  origin: AnswerOrigin,
  { measure, seen, given }: AnswerInput,
  { value, warnings }: AnswerChecked,
): Promise<boolean> {
  // Whatever is answered in a cycle that only shows the product only shows it too.
  const illustrative = actor.illustrative === true || cycle.illustrative
  const ours = { authority_id: actor.authorityId, quarter: cycle.slug, measure_code: measure }
  const orNull = (text: string): string | null => text.trim() || null
  const added = await db
    .insertInto('cycle_answer')
    .values({
      ...ours,
      number: seen + 1,
      value,
      numerator: value === null ? null : orNull(given.numerator),
      denominator: value === null ? null : orNull(given.denominator),
      status: value === null ? null : (given.status as 'final' | 'provisional' | 'estimated'),
      estimation: given.status === 'estimated' && value !== null ? orNull(given.estimation) : null,
      cannot_supply: orNull(given.cannotSupply),
      what_happened: orNull(given.whatHappened),
      what_we_do: orNull(given.whatWeDo),
      when_right: orNull(given.whenRight),
      doubts: JSON.stringify(warnings),
      origin,
      given_by: actor.name,
      given_by_role: actor.role,
      given_by_account_id: actor.accountId ?? null,
      illustrative,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst()
  if (added === undefined) return false
  const evidence = given.evidence.map(({ kind, says, source }, index) => ({
    ...ours,
    answer_number: seen + 1,
    position: index + 1,
    kind: kind as EvidenceKind,
    says: says.trim(),
    source: source.trim(),
    illustrative,
  }))
  if (evidence.length > 0) await db.insertInto('cycle_evidence').values(evidence).execute()
  return true
}
