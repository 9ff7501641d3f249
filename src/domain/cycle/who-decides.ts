import { type Person, samePerson } from '../access/same-person.ts'
import { type Step, stepBefore, steps } from './step.ts'

export type DecidedBy = { readonly step: Step; readonly by: Person }

/**
 * Why somebody may not take a step on an answer although their role may; null when they may. Four eyes at each level:
 * whoever gave a figure does not agree to it, and nobody agrees to it twice.
 */
export function whyNotThem(
  person: Person,
  step: Step,
  givenBy: Person,
  decided: readonly DecidedBy[],
): string | null {
  if (samePerson(person, givenBy))
    return `You gave this figure yourself. ${steps[step].name} is for somebody else: ask ${steps[step].by}.`
  const before = decided.find(({ by }) => samePerson(by, person))
  if (before)
    return `You have ${steps[before.step].done} this already. ${steps[step].name} is for somebody else: ask ${steps[step].by}.`
  return null
}

/** Why an answer is not ready for a step; null when it is. */
export function whyNotYet(step: Step, next: Step | null): string | null {
  if (step === next) return null
  const before = stepBefore(step)
  if (next === null) return 'Nothing is waiting to be agreed to here.'
  return before === next
    ? `It has to be ${steps[before].done} first, by ${steps[before].by}.`
    : `It waits for ${steps[next].name.toLowerCase()} by ${steps[next].by}.`
}
