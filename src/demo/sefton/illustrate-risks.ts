import type { Db } from '../../db/database.ts'
import { type Kept, nothingKept } from '../../db/keep.ts'
import { inAuthority } from '../../db/transaction.ts'
import { type Actor, roles } from '../../domain/access/roles.ts'
import { addDays } from '../../domain/period.ts'
import { addRiskAction } from '../../risk/act-on-risk.ts'
import { addRisk } from '../../risk/add-risk.ts'
import { riskAppetites } from '../../risk/appetites.ts'
import { addRiskControl, assureRiskControl } from '../../risk/control-risk.ts'
import { decideRisk } from '../../risk/decide-risk.ts'
import { recordRiskTraining } from '../../risk/record-training.ts'
import type { RiskStanding } from '../../risk/risk.ts'
import { reviewRisk, scoreRisk } from '../../risk/score-risk.ts'
import { setRiskAppetite } from '../../risk/set-appetite.ts'
import { everyRisk } from '../../risk/standings.ts'
import { riskTrainings } from '../../risk/trainings.ts'
import {
  type Illustrated,
  illustratedAppetites,
  illustratedRisks,
  type WhollyIllustrative,
  whollyIllustrative,
} from './illustrated-risks.ts'

const illustrativeWords = 'Illustrative: nobody has scored it so'
const director = `${roles['assistant-director']} (illustrative)`

/** With whom, where and when: what each part of it needs. */
type Showing = { readonly db: Db; readonly actor: Actor; readonly today: string }

/** Scores and acts upon the named risks for show, unless somebody has scored any in truth. Adds what is missing. */
export async function illustrateRisks(db: Db, authorityId: number, today: string): Promise<Kept> {
  const name = `${roles['business-intelligence']} (illustrative)`
  const actor: Actor = { authorityId, role: 'business-intelligence', name, illustrative: true }
  const showing = { db, actor, today }
  const risks = await risksNow(showing)
  if (risks.some(({ scores }) => scores.some(({ illustrative }) => !illustrative))) return nothingKept
  let added = await illustrateCouncil(showing)
  for (const illustrated of illustratedRisks) {
    const risk = risks.find(({ code }) => code === illustrated.code)
    if (risk) added += await illustrateRisk(showing, risk, illustrated)
  }
  for (const wholly of whollyIllustrative)
    if (!risks.some(({ code }) => code === wholly.code)) added += await addIllustrative(showing, wholly)
  return { ...nothingKept, added }
}

const risksNow = ({ db, actor }: Showing): Promise<RiskStanding[]> =>
  inAuthority(db, actor.authorityId, everyRisk, { seesExempt: true })

/** What a command needs to know of a risk: how many rows it has by now, and the day of what is recorded. */
async function of(showing: Showing, code: string, today: string) {
  const found = (await risksNow(showing)).find((each) => each.code === code)
  return { code, today, seen: found?.seen ?? 0 }
}

/** What belongs to no one risk: how much is accepted, and a course somebody took. */
async function illustrateCouncil({ db, actor, today }: Showing): Promise<number> {
  let added = 0
  if ((await inAuthority(db, actor.authorityId, riskAppetites)).length === 0)
    for (const [category, most] of Object.entries(illustratedAppetites)) {
      await setRiskAppetite(db, actor, {
        category,
        from: '2023-04-01',
        most,
        says: 'Illustrative: the papers name no appetite',
        decidedBy: 'Cabinet (illustrative)',
      })
      added += 1
    }
  if ((await inAuthority(db, actor.authorityId, riskTrainings)).length > 0) return added
  await recordRiskTraining(db, actor, {
    post: `${roles['service-manager']} (illustrative)`,
    unit: { kind: 'service', code: 'communities' },
    course: 'Illustrative: a course in managing risk',
    accreditedBy: 'Illustrative: an institute',
    completedOn: '2024-05-14',
    today,
  })
  return added + 1
}

/** Gives a named risk what it has nothing of yet. */
async function illustrateRisk(showing: Showing, risk: RiskStanding, illustrated: Illustrated) {
  const { db, actor, today } = showing
  const { code, scores, control, action, review } = illustrated
  let added = 0
  if (risk.scores.length === 0)
    for (const score of scores) {
      const words = { reason: illustrativeWords, sure: true }
      await scoreRisk(db, actor, { ...(await of(showing, code, score.scoredOn)), ...score, ...words })
      added += 1
    }
  if (control && risk.controls.length === 0) {
    await illustrateControl(showing, code, control)
    added += 1
  }
  if (action && risk.actions.length === 0) {
    const due = addDays(today, action.dueIn)
    const begun = action.dueIn < 0 ? addDays(due, -60) : today
    const known = await of(showing, code, begun)
    await addRiskAction(db, actor, { ...known, what: action.words, owner: director, due })
    added += 1
  }
  if (review && risk.reviews.length === 0) {
    const reviewedOn = addDays(today, -review.ago)
    await reviewRisk(db, actor, {
      ...(await of(showing, code, reviewedOn)),
      reviewedOn,
      words: 'Illustrative words: here stands what the review found.',
      nextDue: addDays(today, review.nextIn),
      score: null,
      sure: true,
    })
    added += 1
  }
  return added
}

async function illustrateControl(
  showing: Showing,
  code: string,
  { words, assured }: NonNullable<Illustrated['control']>,
): Promise<void> {
  const { db, actor, today } = showing
  const known = await of(showing, code, today)
  const control = await addRiskControl(db, actor, { ...known, what: words, owner: null })
  if (assured === null) return
  await assureRiskControl(db, actor, {
    ...known,
    control,
    line: 2,
    assuredBy: 'Risk and audit (illustrative)',
    assuredOn: '2024-05-14',
    effectiveness: assured,
    words: illustrativeWords,
  })
}

/** A risk that is made up as a whole, and what was decided about it. */
async function addIllustrative(showing: Showing, { decided, ...input }: WhollyIllustrative): Promise<number> {
  const { db, actor } = showing
  await addRisk(db, actor, { ...input, today: '2024-04-16' })
  if (decided === null) return 1
  const known = await of(showing, input.code, '2024-06-18')
  await decideRisk(db, actor, { ...known, ...decided, decidedBy: director })
  return 2
}
