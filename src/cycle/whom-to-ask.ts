import { isOverdue } from '../domain/cycle/progress.ts'
import { nextStep, type RequestState } from '../domain/cycle/request-state.ts'
import { steps } from '../domain/cycle/step.ts'
import { awaitedAction, type Holder, whoActs } from '../domain/cycle/who-acts.ts'
import type { CycleRequest } from './requests.ts'

type Awaited = Pick<CycleRequest, 'state' | 'chain' | 'due'>

/**
 * The posts one request waits for: 'Head of Housing or Housing officer'. Where no post holds the role, the role that is to do
 * it; null when it waits for nobody.
 */
export function whomItWaitsFor(
  { state, chain }: Awaited,
  holders: readonly Holder[],
  today: string,
): string | null {
  const action = awaitedAction(state)
  if (action === null) return null
  return whoActs(holders, action, chain, today).join(' or ') || roleFor(state)
}

/** Whether some post is known for any of these. */
export const isAnybodyNamed = (
  requests: readonly Awaited[],
  holders: readonly Holder[],
  today: string,
): boolean =>
  requests.some(({ state, chain }) => {
    const action = awaitedAction(state)
    return action !== null && whoActs(holders, action, chain, today).length > 0
  })

function roleFor(state: RequestState): string {
  const step = nextStep(state)
  return step === null ? 'the data officer' : steps[step].by
}

/** Whom to ask for what is overdue, or, when nothing is, for what is to come: 'Head of Housing (5), Head of Waste (2)'. */
export function whomToAsk(
  requests: readonly Awaited[],
  holders: readonly Holder[],
  today: string,
): string | null {
  const late = requests.filter((each) => isOverdue(each, today))
  const posts = (late.length > 0 ? late : requests).flatMap(
    (each) => whomItWaitsFor(each, holders, today) ?? [],
  )
  const counted = [...Map.groupBy(posts, (post) => post)]
    .map(([post, all]) => ({ post, count: all.length }))
    .toSorted((a, b) => b.count - a.count)
  if (counted.length === 0) return null
  const named = counted.slice(0, mostNamed).map(({ post, count }) => `${post} (${count})`)
  return counted.length > mostNamed
    ? `${named.join(', ')} and ${counted.length - mostNamed} more`
    : named.join(', ')
}

const mostNamed = 3
