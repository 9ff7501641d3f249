import type { Db } from '../../db/database.ts'
import { type Kept, nothingKept } from '../../db/keep.ts'
import { inAuthority } from '../../db/transaction.ts'
import { type Actor, roles } from '../../domain/access/roles.ts'
import { addDays } from '../../domain/period.ts'
import { addRiskAction } from '../../risk/act-on-risk.ts'
import { addRisk, type RiskInput } from '../../risk/add-risk.ts'
import { riskAppetites } from '../../risk/appetites.ts'
import { addRiskControl, assureRiskControl } from '../../risk/control-risk.ts'
import { decideRisk } from '../../risk/decide-risk.ts'
import { recordRiskTraining } from '../../risk/record-training.ts'
import { reviewRisk, scoreRisk } from '../../risk/score-risk.ts'
import { setRiskAppetite } from '../../risk/set-appetite.ts'
import { everyRisk } from '../../risk/standings.ts'
import { riskTrainings } from '../../risk/trainings.ts'
import { illustratedAppetites, illustratedRisks } from './illustrated-risks.ts'

const illustrativeWords = 'Illustrative: nobody has scored it so'

/** Scores and acts upon the named risks for show, unless somebody has scored any in truth. Adds what is missing. */
export async function illustrateRisks(db: Db, authorityId: number, today: string): Promise<Kept> {
  const actor: Actor = {
    authorityId,
    role: 'business-intelligence',
    name: `${roles['business-intelligence']} (illustrative)`,
    illustrative: true,
  }
  const everything = () => inAuthority(db, authorityId, everyRisk, { seesExempt: true })
  if ((await everything()).some(({ scores }) => scores.some(({ illustrative }) => !illustrative)))
    return nothingKept
  let added = 0
  const did = async (work: Promise<unknown>): Promise<void> => {
    await work
    added += 1
  }
  const of = async (code: string, day: string) => {
    const found = (await everything()).find((each) => each.code === code)
    return { code, today: day, seen: found?.seen ?? 0 }
  }
  const held = new Map((await everything()).map((risk) => [risk.code, risk]))
  if ((await inAuthority(db, authorityId, riskAppetites)).length === 0)
    for (const [category, most] of Object.entries(illustratedAppetites))
      await did(
        setRiskAppetite(db, actor, {
          category,
          from: '2023-04-01',
          most,
          says: 'Illustrative: the papers name no appetite',
          decidedBy: 'Cabinet (illustrative)',
        }),
      )
  for (const { code, scores, control, action, review } of illustratedRisks) {
    const risk = held.get(code)
    if (risk === undefined) continue
    if (risk.scores.length === 0)
      for (const score of scores) {
        const words = { reason: illustrativeWords, sure: true }
        await did(scoreRisk(db, actor, { ...(await of(code, score.scoredOn)), ...score, ...words }))
      }
    if (control && risk.controls.length === 0) {
      const input = { ...(await of(code, today)), what: control.words, owner: null }
      const number = await addRiskControl(db, actor, input)
      if (control.assured !== null)
        await did(
          assureRiskControl(db, actor, {
            ...input,
            control: number,
            line: 2,
            assuredBy: 'Risk and audit (illustrative)',
            assuredOn: '2024-05-14',
            effectiveness: control.assured,
            words: illustrativeWords,
          }),
        )
    }
    if (action && risk.actions.length === 0) {
      const due = addDays(today, action.dueIn)
      const begun = action.dueIn < 0 ? addDays(due, -60) : today
      const owner = `${roles['assistant-director']} (illustrative)`
      await did(addRiskAction(db, actor, { ...(await of(code, begun)), what: action.words, owner, due }))
    }
    if (review && risk.reviews.length === 0) {
      const reviewedOn = addDays(today, -review.ago)
      await did(
        reviewRisk(db, actor, {
          ...(await of(code, reviewedOn)),
          reviewedOn,
          words: 'Illustrative words: here stands what the review found.',
          nextDue: addDays(today, review.nextIn),
          score: null,
          sure: true,
        }),
      )
    }
  }
  if ((await inAuthority(db, authorityId, riskTrainings)).length === 0)
    await did(
      recordRiskTraining(db, actor, {
        post: `${roles['service-manager']} (illustrative)`,
        unit: { kind: 'service', code: 'communities' },
        course: 'Illustrative: a course in managing risk',
        accreditedBy: 'Illustrative: an institute',
        completedOn: '2024-05-14',
        today,
      }),
    )
  for (const wholly of whollyIllustrative) {
    if (held.has(wholly.code)) continue
    await did(addRisk(db, actor, { ...wholly, today: '2024-04-16' }))
    const known = await of(wholly.code, '2024-06-18')
    const decidedBy = `${roles['assistant-director']} (illustrative)`
    if (wholly.level === 'team')
      await did(
        decideRisk(db, actor, {
          ...known,
          to: 'service',
          reason: 'Illustrative words: here stands why one team can no longer hold it alone.',
          decidedBy,
        }),
      )
    if (wholly.level === 'project')
      await did(
        decideRisk(db, actor, {
          ...known,
          to: 'closed',
          reason: 'Illustrative words: here stands why it can no longer happen.',
          decidedBy,
        }),
      )
  }
  return { ...nothingKept, added }
}

const illustrated = (
  code: string,
  level: 'team' | 'project' | 'service',
  more: Partial<RiskInput> = {},
): Omit<RiskInput, 'today'> => ({
  code,
  title: `Illustrative: a risk of a ${level}`,
  cause: 'Illustrative words: here stands why it may happen',
  event: 'Illustrative words: here stands what may happen',
  effect: 'Illustrative words: here stands what it would mean for residents',
  category: 'Workforce',
  owner: `${roles['service-manager']} (illustrative)`,
  unit: { kind: 'service', code: 'communities' },
  reviewEveryMonths: 3,
  level,
  levelReason: null,
  firstReviewDue: null,
  exemptReason: null,
  evidence: null,
  source: 'Made up to show the product',
  ...more,
})

const whollyIllustrative = [
  illustrated('x-01', 'team'),
  illustrated('x-02', 'project'),
  illustrated('x-03', 'service', {
    title: 'Illustrative: a risk that is exempt from publication',
    exemptReason: 'Illustrative: it would tell what a contract is worth before it is agreed',
  }),
]
