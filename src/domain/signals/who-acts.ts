import { type Role, roles } from '../access/roles.ts'
import { type Person, samePerson } from '../access/same-person.ts'
import { type FirstLevel, type Level, levels, type Step, steps } from './signal.ts'
import { nextSteps, type Standing } from './standing.ts'

export type RaisedSignal = { readonly firstLevel: FirstLevel; readonly raisedBy: Person }
export type ActedBefore = { readonly level: Level; readonly step: Step; readonly by: Person }

/**
 * The roles that answer where something waits. What came straight to the assistant director (from a councillor, or with no
 * unit that answers for it) the Performance team may answer too; it also records what a forum decides.
 */
export function rolesAt({ state, level }: Standing, { firstLevel }: RaisedSignal): readonly Role[] {
  if (level === 'team-leader' || level === 'service-manager') return ['service-manager']
  if (level === 'forum' && state === 'waiting') return ['business-intelligence']
  const straight = firstLevel === 'assistant-director' || level === 'forum'
  return straight ? ['assistant-director', 'business-intelligence'] : ['assistant-director']
}

/** For whom it waits, in words. */
export const waitsFor = (standing: Standing, signal: RaisedSignal): string =>
  `${levels[standing.level].text.toLowerCase()} (${rolesAt(standing, signal)
    .map((role) => roles[role])
    .join(' or ')})`

/** Why an officer may not take a step although they may answer signals at all, with whom to ask; null when they may. */
export function whyNotAct(
  actor: { readonly role: Role; readonly person: Person },
  step: Step,
  {
    signal,
    standing,
    before,
  }: {
    readonly signal: RaisedSignal
    readonly standing: Standing
    readonly before: readonly ActedBefore[]
  },
): string | null {
  const { state, level } = standing
  if (state !== 'waiting' && state !== 'decided')
    return 'It has been answered: it is for whoever raised it to say whether that answers it.'
  const ask = `It waits for the ${waitsFor(standing, signal)}.`
  if (!rolesAt(standing, signal).includes(actor.role))
    return `${roles[actor.role]} does not answer at this level. ${ask}`
  if (samePerson(actor.person, signal.raisedBy))
    return `You raised it yourself, so somebody else has to answer it. ${ask}`
  const below = before.find(
    (each) => each.level !== level && each.step === 'passed-up' && samePerson(each.by, actor.person),
  )
  if (below)
    return `You passed it up as ${levels[below.level].text.toLowerCase()}, so somebody else has to answer it now. ${ask}`
  if (!nextSteps(standing).includes(step))
    return `'${steps[step]}' is not the next step here, and no level is skipped. ${ask}`
  return null
}

/** Why somebody may not say whether the outcome answers it; null when they may. */
export function whyNotReply(person: Person, { raisedBy }: RaisedSignal, { state }: Standing): string | null {
  if (!samePerson(person, raisedBy)) return 'Only whoever raised it says whether the outcome answers it.'
  return state === 'answered' ? null : 'There is no outcome to say this about yet.'
}
