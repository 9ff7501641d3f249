import type { DatedSource } from '../calendar/sources.ts'
import { can } from '../domain/access/can.ts'
import type { Role } from '../domain/access/roles.ts'
import type { DatedItem } from '../domain/calendar/dated-item.ts'
import { moment } from '../domain/period.ts'
import type { RiskStanding } from './risk.ts'
import { codeText } from './risk-words.ts'
import { riskStandings } from './standings.ts'

const keepers: readonly Role[] = ['service-manager', 'assistant-director']

/** The days by which open risks are to be looked at and their open actions done. */
export const riskDates: DatedSource = async (db, actor, from, to) => {
  if (!can(actor, 'risk.view').allowed) return []
  const isIn = (day: string): boolean => day >= from && day < to
  return (await riskStandings(db)).flatMap((risk) => {
    const changedAt = risk.wordings.at(-1)?.at ?? ''
    return [
      ...(risk.nextReview !== null && isIn(risk.nextReview)
        ? [reviewOf(risk, risk.nextReview, changedAt)]
        : []),
      ...risk.openActions.filter(({ due }) => isIn(due)).map((action) => actionOf(risk, action, changedAt)),
    ]
  })
}

const common = (risk: RiskStanding, changedAt: string) => ({
  kind: 'risk' as const,
  about: null,
  roles: keepers,
  forum: null,
  note: risk.exemptReason === null ? null : 'Exempt from publication',
  href: risk.href,
  source: `The risk register, ${codeText(risk.code)}`,
  cadence: null,
  changedAt,
})

const reviewOf = (risk: RiskStanding, due: string, changedAt: string): DatedItem => ({
  ...common(risk, changedAt),
  key: `risk-${risk.code}-review`,
  title: `Review of the risk: ${risk.title}`,
  when: moment(due),
  detail: risk.owner === null ? null : `Owner: ${risk.owner}`,
  // Each review moves the date of the next.
  revision: risk.reviews.length,
  illustrative: risk.illustrative || risk.reviews.at(-1)?.illustrative === true,
})

const actionOf = (
  risk: RiskStanding,
  { number, what, owner, due, illustrative }: RiskStanding['actions'][number],
  changedAt: string,
): DatedItem => ({
  ...common(risk, changedAt),
  key: `risk-${risk.code}-action-${number}`,
  title: `Action on a risk due: ${what}`,
  when: moment(due),
  detail: `${risk.title}. To be done by: ${owner}`,
  revision: 0,
  illustrative,
})
