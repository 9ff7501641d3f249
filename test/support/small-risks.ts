import { Conflict } from '#src/access/refusals.ts'
import { addRisk, type RiskInput } from '#src/risk/add-risk.ts'
import { scoreRisk } from '#src/risk/score-risk.ts'
import { riskFor } from '#src/risk/standings.ts'
import type { Ending } from './database.ts'
import { smallOrganisation } from './small-organisation.ts'

export const today = '2024-07-25'
export const parks = { kind: 'service', code: 'parks' } as const

export const wording = {
  title: 'A tree falls',
  cause: 'Trees are not looked at',
  event: 'A tree falls in a park',
  effect: null,
  category: 'Safety',
  owner: 'Service or Team Manager',
  unit: parks,
  reviewEveryMonths: 3,
}

export const riskInput = (code: string, more: Partial<RiskInput> = {}): RiskInput => ({
  ...wording,
  code,
  level: 'service',
  levelReason: null,
  firstReviewDue: '2024-10-01',
  exemptReason: null,
  evidence: null,
  source: 'p. 1',
  today,
  ...more,
})

export const conflict = (words: RegExp) => (fault: unknown) =>
  fault instanceof Conflict && words.test(fault.message)

/** A small council that keeps risks: `added` adds one, `of` says which one and what was seen of it, `held` how it stands. */
export async function smallRisks(test: Ending) {
  const council = await smallOrganisation(test)
  const { db } = council.database
  let last = 0
  const held = (code: string, on = today) =>
    council.reading((db) => riskFor(db, code, null, on), { seesExempt: true })
  const of = async (code: string) => ({ code, today, seen: (await held(code)).seen })
  return {
    ...council,
    db,
    held,
    of,
    added: async (more: Partial<RiskInput> = {}): Promise<string> => {
      last += 1
      return addRisk(db, council.keeper, riskInput(`t-${last}`, more))
    },
    score: async (
      code: string,
      likelihood: number,
      impact: number,
      more: Partial<Parameters<typeof scoreRisk>[2]> = {},
    ) =>
      scoreRisk(db, council.keeper, {
        ...(await of(code)),
        kind: 'current',
        likelihood,
        impact,
        scoredOn: today,
        reason: 'Because',
        sure: false,
        ...more,
      }),
  }
}
