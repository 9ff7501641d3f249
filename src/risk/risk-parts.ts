import type { Unit } from '../domain/access/unit.ts'
import type { LinkKind } from '../domain/risk/link.ts'
import type {
  RiskAction,
  RiskAssurance,
  RiskControl,
  RiskDecision,
  RiskLink,
  RiskProgress,
  RiskReview,
  RiskScore,
  RiskStanding,
} from './risk.ts'
import type { RiskRows } from './rows.ts'

type Row = { readonly number: number; readonly by_name: string; readonly illustrative: boolean }
const recorded = ({ number, by_name, illustrative }: Row) => ({ number, by: by_name, illustrative })

export const wordingsOf = (rows: RiskRows, code: string): RiskStanding['wordings'] =>
  rows.statements(code).map((row) => ({
    ...recorded(row),
    title: row.title,
    cause: row.cause,
    event: row.event,
    effect: row.effect,
    category: row.category,
    owner: row.owner_role,
    unit: unitIn(row.unit_kind, row.unit_code),
    reviewEveryMonths: row.review_every_months,
    reason: row.reason,
    at: row.at,
  }))

const unitIn = (kind: Unit['kind'] | null, code: string | null): Unit | null =>
  kind === null ? null : { kind, code: code ?? '' }

export const decisionsOf = (rows: RiskRows, code: string): RiskDecision[] =>
  rows.decisions(code).map((row) => ({
    ...recorded(row),
    decision: row.decision,
    level: row.level,
    onDay: row.on_day,
    reason: row.reason,
    decidedBy: row.decided_by,
  }))

export const scoresOf = (rows: RiskRows, code: string): RiskScore[] =>
  rows.scores(code).map((row) => ({
    ...recorded(row),
    kind: row.kind,
    likelihood: row.likelihood,
    impact: row.impact,
    scoredOn: row.scored_on,
    reason: row.reason,
  }))

export const reviewsOf = (rows: RiskRows, code: string): RiskReview[] =>
  rows.reviews(code).map((row) => ({
    ...recorded(row),
    reviewedOn: row.reviewed_on,
    words: row.words,
    nextDue: row.next_due,
  }))

export const controlsOf = (rows: RiskRows, code: string): RiskControl[] =>
  rows.controls(code).map((row) => ({
    ...recorded(row),
    what: row.what,
    owner: row.owner_role,
    assurances: rows
      .assurances(code)
      .filter(({ control_number }) => control_number === row.number)
      .map(
        (each): RiskAssurance => ({
          ...recorded(each),
          line: each.line,
          assuredBy: each.assured_by,
          assuredOn: each.assured_on,
          effectiveness: each.effectiveness,
          words: each.words,
        }),
      ),
  }))

export const actionsOf = (rows: RiskRows, code: string): Omit<RiskAction, 'state'>[] =>
  rows.actions(code).map((row) => ({
    ...recorded(row),
    what: row.what,
    owner: row.owner_role,
    due: row.due,
    progress: rows
      .progress(code)
      .filter(({ action_number }) => action_number === row.number)
      .map(
        (each): RiskProgress => ({
          ...recorded(each),
          progress: each.progress,
          onDay: each.on_day,
          words: each.words,
        }),
      ),
  }))

/** The links that hold: of each the last row counts. */
export function linksOf(rows: RiskRows, code: string): Omit<RiskLink, 'title' | 'href'>[] {
  const last = new Map(rows.links(code).map((row) => [`${row.kind} ${row.code}`, row]))
  return [...last.values()]
    .filter(({ holds }) => holds)
    .map((row) => ({ ...recorded(row), kind: row.kind satisfies LinkKind, code: row.code, basis: row.basis }))
}
