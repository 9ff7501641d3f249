import { command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { doneOnFault, reviewFault, scoreDoubt, scoreFault } from '../domain/risk/refusals.ts'
import type { Score, ScoreKind } from '../domain/risk/score.ts'
import { heldRisk, type OfRisk } from './held-risk.ts'
import { nextRow } from './next-row.ts'
import { refuse } from './refuse.ts'
import type { RiskScore, RiskStanding } from './risk.ts'

export type ScoreInput = OfRisk &
  Score & {
    readonly kind: ScoreKind
    readonly scoredOn: string
    readonly reason: string
    /** It was asked about, and is right all the same. */
    readonly sure: boolean
  }

/**
 * Scores a risk: inherent, current or target. What it was scored before stays. Gives what is to be asked about first, when
 * it was not kept; null when it was.
 */
export const scoreRisk = (db: Db, actor: Actor, input: ScoreInput): Promise<string | null> =>
  command(db, actor, 'risk.keep', async (db) => {
    const { code, kind, scoredOn, today } = input
    const risk = await heldRisk(db, actor, input)
    refuse(scoreFault(input) ?? doneOnFault(scoredOn, today))
    const doubt = input.sure ? null : scoreDoubt(kind, input, heldFor(actor, risk))
    if (doubt !== null) return { result: doubt, event: null }
    await keepScore(db, actor, risk, input)
    return { result: null, event: { action: 'risk.scored', subject: `risk/${code}`, details: { kind } } }
  })

export type ReviewInput = OfRisk & {
  readonly reviewedOn: string
  readonly words: string
  readonly nextDue: string
  /** The current score it was given; null where the review leaves it as it is, which scores it the same again. */
  readonly score: Score | null
  readonly sure: boolean
}

/**
 * Records that a risk was looked at, what was found, when it is to be looked at next, and its score where that changed.
 * Gives what is to be asked about first, when it was not kept; null when it was.
 */
export const reviewRisk = (db: Db, actor: Actor, input: ReviewInput): Promise<string | null> =>
  command(db, actor, 'risk.keep', async (db) => {
    const { code, reviewedOn, words, nextDue, score, today } = input
    const risk = await heldRisk(db, actor, input)
    refuse((score && scoreFault(score)) ?? reviewFault(reviewedOn, nextDue, today))
    const doubt = score === null || input.sure ? null : scoreDoubt('current', score, heldFor(actor, risk))
    if (doubt !== null) return { result: doubt, event: null }
    await db
      .insertInto('risk_review')
      .values({
        ...(await nextRow(db, actor, risk, 'risk_review')),
        reviewed_on: reviewedOn,
        words,
        next_due: nextDue,
      })
      .execute()
    const kept = score ?? confirmedScore(actor, risk, reviewedOn)
    if (kept)
      await keepScore(db, actor, risk, { ...kept, kind: 'current', scoredOn: reviewedOn, reason: words })
    const details = { rescored: score !== null }
    return { result: null, event: { action: 'risk.reviewed', subject: `risk/${code}`, details } }
  })

/** The scores that a new one is held against: nothing true is doubted for the sake of what only shows the product. */
function heldFor(actor: Actor, risk: RiskStanding) {
  const of = (score: RiskScore | null) => (isShow(actor, risk, score) ? null : score)
  return { inherent: of(risk.inherent), current: of(risk.current), target: of(risk.target) }
}

const isShow = (actor: Actor, { illustrative }: RiskStanding, score: RiskScore | null): boolean =>
  score?.illustrative === true && !illustrative && actor.illustrative !== true

/**
 * The score of that day, which a review that leaves it as it is scores again: a review that is recorded late must not carry
 * a later score back. Nobody confirms in truth what only shows the product.
 */
function confirmedScore(actor: Actor, risk: RiskStanding, day: string): Score | null {
  const held = risk.scores.findLast(({ kind, scoredOn }) => kind === 'current' && scoredOn <= day) ?? null
  return isShow(actor, risk, held) ? null : held
}

const keepScore = async (
  db: Db,
  actor: Actor,
  risk: RiskStanding,
  { kind, likelihood, impact, scoredOn, reason }: Omit<ScoreInput, keyof OfRisk | 'sure'>,
) =>
  db
    .insertInto('risk_score')
    .values({
      ...(await nextRow(db, actor, risk, 'risk_score')),
      kind,
      likelihood,
      impact,
      scored_on: scoredOn,
      reason,
    })
    .execute()
