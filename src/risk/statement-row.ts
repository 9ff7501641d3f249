import type { RiskWording } from './risk.ts'

export const statementRow = (wording: RiskWording) => ({
  title: wording.title,
  cause: wording.cause,
  event: wording.event,
  effect: wording.effect,
  category: wording.category,
  owner_role: wording.owner,
  unit_kind: wording.unit?.kind ?? null,
  unit_code: wording.unit?.code ?? null,
  review_every_months: wording.reviewEveryMonths,
})
