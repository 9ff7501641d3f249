import type { DebtJudged, DebtStanding } from '../../domain/finance/debt.ts'
import { type PathEnd, quarterIndex, quarterReached, quarterStart } from '../../domain/finance/debt-path.ts'
import type { RequirementTest } from '../../domain/finance/financing-requirement.ts'
import { type Pence, shortMillionsText } from '../../domain/money.ts'
import { quarterContaining } from '../../domain/period.ts'
import { dayText, quarterText } from '../../domain/period-text.ts'
import type { StatusTone } from '../../domain/report/chart.ts'
import type { PrudentialReport } from './queries.ts'

export const standings: Readonly<
  Record<
    DebtStanding,
    { readonly tone: StatusTone; readonly word: string; readonly short: string; readonly says: string }
  >
> = {
  within: {
    tone: 'good',
    word: 'Within both limits',
    short: 'Within',
    says: 'Debt is within the operational boundary and the authorised limit.',
  },
  'above-boundary': {
    tone: 'close',
    word: 'Above the boundary',
    short: 'Above boundary',
    says: 'Debt is above the operational boundary. That is a warning, not a failure of compliance: it may happen for a time as money comes and goes. If it lasts, it is looked into.',
  },
  'above-limit': {
    tone: 'bad',
    word: 'Above the limit',
    short: 'Above limit',
    says: 'Debt is above the authorised limit. That is a breach of law: section 2 of the Local Government Act 2003 forbids a council to borrow above it. It goes to Full Council.',
  },
}

const size = (amount: Pence): string => shortMillionsText(amount < 0n ? -amount : amount)
/** '£34m below the operational boundary'. */
export const beside = (room: Pence, what: string): string =>
  room === 0n ? `at the ${what}` : `${size(room)} ${room > 0n ? 'below' : 'above'} the ${what}`

/** What a councillor asks first: how much is owed, and how far that is from the limits. */
export function debtSentence({ asAt, position: { total } }: PrudentialReport): string {
  const { actual, highest, toBoundary, toLimit } = total
  const peak = highest > actual ? ` Within the year it was at most ${shortMillionsText(highest)}.` : ''
  return `The council owed ${shortMillionsText(actual)} on ${dayText(asAt)}: ${beside(toBoundary, 'operational boundary')} and ${beside(toLimit, 'authorised limit')}.${peak}`
}

/** What the highest debt of the year says that today's does not. */
export const highestSentence = ({ standing, highestStanding }: DebtJudged): string | null =>
  highestStanding === standing
    ? null
    : highestStanding === 'above-limit'
      ? 'Within the year debt was above the authorised limit, which the law forbids.'
      : 'Within the year debt was above the operational boundary for a time, which is a warning and not a failure of compliance.'

export function requirementSentence(test: RequirementTest | null): string {
  if (test === null)
    return 'Debt cannot be held against the capital financing requirement: it is not reported for the year before, this year and the next two.'
  const { ceiling, headroom, holds } = test
  return holds
    ? `Debt is ${size(headroom)} below ${shortMillionsText(ceiling)}, the most that the capital financing requirement allows: borrowing is for capital only.`
    : `Debt is ${size(headroom)} above ${shortMillionsText(ceiling)}, the most that the capital financing requirement allows. That is permitted only in the short term and must be explained.`
}

/** A year's change: the last five ends of quarters. */
const pathOf = ({ history }: PrudentialReport) =>
  history.slice(-5).map(({ asAt, debt }) => ({ quarter: quarterIndex(asAt), debt }))

/** When each limit would be reached if debt went on as it has. */
export function pathSentences(report: PrudentialReport): readonly string[] {
  const points = pathOf(report)
  const { boundary, limit } = report.position.total
  const ends = [
    ['operational boundary', quarterReached(points, boundary)],
    ['authorised limit', quarterReached(points, limit)],
  ] as const
  if (ends.every(([, end]) => end.kind === 'no-path'))
    return [
      'No path can be drawn yet: debt is held for one quarter only. From the second quarter on, this says when each limit would be reached.',
    ]
  return ends.map(([name, end]) => pathSentence(name, end))
}

function pathSentence(name: string, end: PathEnd): string {
  switch (end.kind) {
    case 'no-path':
      return `When the ${name} would be reached cannot be said from one quarter.`
    case 'above-already':
      return `The ${name} is passed already.`
    case 'not-rising':
      return `Debt does not rise over the quarters held, so the ${name} is not reached on this path.`
    case 'beyond':
      return `On this path the ${name} is not reached within ${end.quarters / 4} years.`
    case 'reached':
      return `On this path the ${name} would be reached in ${quarterText(quarterContaining(quarterStart(end.quarter)))}.`
    default:
      return end satisfies never
  }
}

/** How the path was drawn, for whoever wants to check it. */
export function pathWorkings({ history }: PrudentialReport): string | null {
  const held = history.slice(-5)
  const [first, last] = [held[0], held.at(-1)]
  if (first === undefined || last === undefined || first === last) return null
  return `A straight line from ${shortMillionsText(first.debt)} on ${dayText(first.asAt)} to ${shortMillionsText(last.debt)} on ${dayText(last.asAt)}, with the limits as they are now. It is no forecast: debt moves with what is borrowed and repaid.`
}
