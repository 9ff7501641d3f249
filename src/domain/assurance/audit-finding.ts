import { type Person, samePerson } from '../access/same-person.ts'

/** What the test of a figure against its source evidence showed. */
export const testResults = {
  agreed: { text: 'Agreed', says: 'the evidence gives the figure', tone: 'good' },
  'agreed-with-comment': {
    text: 'Agreed, with a comment',
    says: 'the evidence gives the figure, and something about it could be better',
    tone: 'close',
  },
  error: { text: 'In error', says: 'the evidence gives another figure', tone: 'bad' },
  'no-evidence': { text: 'No evidence', says: 'nothing was found that the figure rests on', tone: 'bad' },
} as const
export type TestResult = keyof typeof testResults

export const materialities = {
  low: 'Low: no reader would conclude anything else',
  medium: 'Medium: the figure is told wrongly, its status is not',
  high: 'High: its status, or a decision that rests on it, would be another',
} as const
export type Materiality = keyof typeof materialities

export const responses = {
  accepted: 'Accepted',
  'partly-accepted': 'Accepted in part',
  'not-accepted': 'Not accepted',
} as const
export type Response = keyof typeof responses

/** Whether management has something to answer: every error, and every recommendation. */
export const needsAnswer = (test: {
  readonly result: TestResult
  readonly recommendation: string | null
}): boolean => test.result === 'error' || test.result === 'no-evidence' || test.recommendation !== null

export const itemStates = {
  'to-test': { text: 'To be tested', tone: 'none' },
  passed: { text: 'Nothing to answer', tone: 'good' },
  'to-answer': { text: 'Waits for an answer', tone: 'close' },
  'action-due': { text: 'Answered', tone: 'neutral' },
  'action-overdue': { text: 'Action overdue', tone: 'bad' },
  closed: { text: 'Closed', tone: 'good' },
} as const
export type ItemState = keyof typeof itemStates

export function itemState(
  item: {
    readonly test: { readonly result: TestResult; readonly recommendation: string | null } | null
    readonly response: { readonly byWhen: string | null } | null
    readonly isClosed: boolean
  },
  today: string,
): ItemState {
  const { test, response, isClosed } = item
  if (test === null) return 'to-test'
  if (isClosed) return 'closed'
  if (!needsAnswer(test)) return 'passed'
  if (response === null) return 'to-answer'
  return response.byWhen !== null && response.byWhen < today ? 'action-overdue' : 'action-due'
}

/** Why somebody may not test a figure although their role may; null when they may. */
export const whyNotTest = (person: Person, recordedBy: string): string | null =>
  person.name === recordedBy
    ? 'You recorded this figure yourself. Somebody else of Internal Audit has to test it.'
    : null

export const whyNotRespond = (person: Person, tester: Person): string | null =>
  samePerson(person, tester)
    ? 'You made this finding yourself. Another Assistant Director of the unit has to answer it.'
    : null

export const whyNotClose = (person: Person, responder: Person): string | null =>
  samePerson(person, responder)
    ? 'You gave the answer yourself. Somebody else of Internal Audit has to close the finding.'
    : null
