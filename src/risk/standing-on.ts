import { appetiteOn, appetiteVerdict } from '../domain/risk/appetite.ts'
import { actionState, isOpenAction, reviewStanding } from '../domain/risk/due.ts'
import { statusAfter } from '../domain/risk/level.ts'
import { movementOf } from '../domain/risk/movement.ts'
import type { ScoreKind } from '../domain/risk/score.ts'
import type { RecordedAppetite } from './appetites.ts'
import { type LinkTarget, linkTarget } from './link-targets.ts'
import type { RiskScore, RiskStanding } from './risk.ts'
import { actionsOf, controlsOf, decisionsOf, linksOf, reviewsOf, scoresOf, wordingsOf } from './risk-parts.ts'
import type { RiskRows } from './rows.ts'

type Held = {
  readonly rows: RiskRows
  readonly appetites: readonly RecordedAppetite[]
  readonly targets: readonly LinkTarget[]
}

/** How a risk stands on a day: what was scored, decided or reviewed after it does not count yet. */
export function standingOn(
  day: string,
  risk: RiskRows['risks'][number],
  { rows, appetites, targets }: Held,
): RiskStanding {
  const { code } = risk
  const wordings = wordingsOf(rows, code)
  const decided = decisionsOf(rows, code).filter(
    // Where it was first placed is how it is known, from whichever day that was told.
    ({ decision, onDay }) => decision === 'placed' || onDay <= day,
  )
  const scores = withoutIllustrationsOfReal(scoresOf(rows, code)).filter(({ scoredOn }) => scoredOn <= day)
  const reviews = reviewsOf(rows, code).filter(({ reviewedOn }) => reviewedOn <= day)
  const of = (kind: ScoreKind) => scores.filter((score) => score.kind === kind)
  const current = of('current').at(-1) ?? null
  const wording = wordings.at(-1)
  if (wording === undefined) throw new Error(`The risk ${code} has no words.`)
  const appetite = appetiteOn(appetites, wording.category, day)
  const nextReview = reviews.at(-1)?.nextDue ?? risk.first_review_due
  const controls = controlsOf(rows, code)
  const actions = actionsOf(rows, code).map((action) => {
    const progress = action.progress.filter(({ onDay }) => onDay <= day)
    return { ...action, progress, state: actionState(action.due, progress.at(-1)?.progress ?? null, day) }
  })
  const links = linksOf(rows, code).map(({ kind, code: of, ...row }) => ({
    ...row,
    ...linkTarget(targets, kind, of),
  }))
  const told = [...scores, ...decided, ...reviews, ...controls, ...actions, ...wordings, ...links]
  return {
    ...wording,
    code,
    href: `/risks/${code}`,
    evidence: risk.evidence,
    source: risk.source_ref,
    exemptReason: risk.exempt_reason,
    illustrative: risk.illustrative,
    showsIllustrative:
      risk.illustrative || appetite?.illustrative === true || told.some((row) => row.illustrative),
    ...statusAfter(decided),
    inherent: of('inherent').at(-1) ?? null,
    current,
    previous: of('current').at(-2) ?? null,
    target: of('target').at(-1) ?? null,
    movement: movementOf(of('current')),
    appetite: {
      verdict: appetiteVerdict(current, appetite),
      most: appetite?.most ?? null,
      says: appetite?.says ?? null,
      illustrative: appetite?.illustrative ?? false,
    },
    nextReview,
    review: reviewStanding(nextReview, day),
    controls,
    actions,
    openActions: actions.filter(({ state }) => isOpenAction(state)),
    links,
    scores,
    decisions: decided,
    reviews,
    wordings,
    seen:
      wordings.length + rows.decisions(code).length + rows.scores(code).length + rows.reviews(code).length,
  }
}

/** Once somebody has scored it in truth, what only showed the product is no part of its history. */
function withoutIllustrationsOfReal(scores: readonly RiskScore[]): readonly RiskScore[] {
  const real = new Set(scores.filter(({ illustrative }) => !illustrative).map(({ kind }) => kind))
  return scores.filter(({ illustrative, kind }) => !illustrative || !real.has(kind))
}
