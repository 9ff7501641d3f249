import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { financialQuarter, financialYear, moment } from '../period.ts'
import { dueDays, dueDaysProblem } from './due-days.ts'
import { lockingOf, whyNotLock } from './locking.ts'
import { remarksOn } from './remarks.ts'
import { type Decision, nextStep, requestState, type stateOrder, stepsTaken } from './request-state.ts'
import { type Collected, requestDue } from './requests-due.ts'
import { stepOrder } from './step.ts'
import { whyNotThem, whyNotYet } from './who-decides.ts'

const q1 = financialQuarter(2024, 1)

test('due days count working days only: Good Friday and Easter Monday put the fourth quarter later', () => {
  assert.deepEqual(dueDays(q1), {
    entry: '2024-07-12',
    confirmation: '2024-07-17',
    signOff: '2024-07-22',
    assurance: '2024-07-25',
  })
  // The quarter ends on Easter Sunday; Easter Monday is no working day.
  assert.equal(dueDays(financialQuarter(2023, 4)).entry, '2024-04-15')
})

test('due days that run backwards, or before the quarter has ended, are refused with the reason', () => {
  assert.equal(dueDaysProblem(dueDays(q1), q1), null)
  assert.match(
    dueDaysProblem({ ...dueDays(q1), entry: '2024-06-20' }, q1) ?? '',
    /before the quarter has ended/,
  )
  assert.match(dueDaysProblem({ ...dueDays(q1), signOff: '2024-07-16' }, q1) ?? '', /Each step must be due/)
})

const measure = (more: Partial<Collected>): Collected => ({
  code: 'sm-01',
  frequency: null,
  lagMonths: null,
  published: null,
  ...more,
})

test('a measure is asked for by how often its figure is made, and when it can be had', () => {
  const asked = (more: Partial<Collected>, quarter = q1) => {
    const due = requestDue(measure(more), quarter)
    return due && [due.period.start, due.period.end, due.asks]
  }
  assert.deepEqual(asked({}), ['2024-04-01', '2024-07-01', 'figure'])
  assert.deepEqual(asked({ frequency: 'quarterly', lagMonths: 3 }), ['2024-01-01', '2024-04-01', 'figure'])
  assert.deepEqual(asked({ frequency: 'monthly' }), ['2024-06-01', '2024-07-01', 'figure'])
  // A year's figure that can be had three months later is asked for once, in the quarter in which it can.
  assert.deepEqual(asked({ frequency: 'annual', lagMonths: 3 }), ['2023-04-01', '2024-04-01', 'figure'])
  assert.equal(asked({ frequency: 'annual', lagMonths: 3 }, financialQuarter(2024, 2)), null)
  assert.deepEqual(asked({ frequency: 'annual' }, financialQuarter(2023, 4)), [
    '2023-04-01',
    '2024-04-01',
    'figure',
  ])
})

test('where a published series brings the figures, only words are asked, on its latest', () => {
  const snapshot = moment('2023-09-30')
  assert.deepEqual(requestDue(measure({ published: snapshot }), q1), {
    measure: 'sm-01',
    period: snapshot,
    asks: 'words',
  })
  const own = requestDue(measure({ published: financialYear(2022), frequency: 'quarterly' }), q1)
  assert.equal(own?.asks, 'figure')
})

const agreed = (step: Decision['step']): Decision => ({ step, decision: 'agreed' })

test('an answer goes up one level at a time, and back to its officer when it is sent back', () => {
  assert.equal(requestState(false, []), 'waiting')
  assert.equal(requestState(true, []), 'given')
  assert.equal(requestState(true, [agreed('confirmation')]), 'confirmed')
  assert.equal(requestState(true, [agreed('confirmation'), agreed('sign-off')]), 'signed-off')
  assert.equal(requestState(true, stepOrder.map(agreed)), 'assured')
  assert.equal(
    requestState(true, [agreed('confirmation'), { step: 'sign-off', decision: 'sent-back' }]),
    'sent-back',
  )
})

test('no order of steps leads past a level: each waits for the one before', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...stepOrder), { maxLength: 12 }), (tried) => {
      const done: Decision[] = []
      for (const step of tried)
        if (whyNotYet(step, nextStep(requestState(true, done))) === null) done.push(agreed(step))
      assert.deepEqual(
        done.map(({ step }) => step),
        stepOrder.slice(0, done.length),
      )
      assert.equal(stepsTaken(requestState(true, done)), done.length + 1)
    }),
  )
})

test('a step that is not the next one says what has to come first', () => {
  assert.match(whyNotYet('sign-off', 'confirmation') ?? '', /confirmed first, by the service or team manager/)
  assert.match(whyNotYet('assurance', 'confirmation') ?? '', /waits for confirmation/)
  assert.match(whyNotYet('assurance', null) ?? '', /Nothing is waiting/)
})

test('nobody agrees to their own figure, nor twice to the same', () => {
  const manager = { accountId: 7, name: 'Head of Housing' }
  const namesake = { accountId: 8, name: 'Head of Housing' }
  const visitor = { accountId: null, name: 'Assistant Director' }
  assert.match(
    whyNotThem(manager, 'confirmation', manager, []) ?? '',
    /yourself.*the service or team manager/,
  )
  assert.equal(whyNotThem(namesake, 'confirmation', manager, []), null)
  assert.match(whyNotThem(visitor, 'sign-off', { ...visitor }, []) ?? '', /yourself/)
  assert.match(
    whyNotThem(manager, 'sign-off', visitor, [{ step: 'confirmation', by: manager }]) ?? '',
    /confirmed this already/,
  )
})

test('what is unremarkable has no remarks, and everything else says why', () => {
  const plain = {
    cannotSupply: false,
    status: 'final',
    doubts: [],
    wasSentBack: false,
    late: false,
    rag: 'green',
    worse: false,
  } as const
  assert.deepEqual(remarksOn(plain), [])
  assert.deepEqual(
    remarksOn({ ...plain, rag: 'red', worse: true, status: 'estimated', late: true, doubts: ['Ten times.'] }),
    ['Worse than target', 'Worse than last time', 'An estimate', 'Ten times.', 'Came late'],
  )
})

test('a quarter is locked when nothing is on the way, and without what is missing only with a reason', () => {
  const of = (...states: (typeof stateOrder)[number][]) =>
    lockingOf(states.map((state, index) => ({ measure: `sm-0${index + 1}`, state })))
  assert.equal(whyNotLock(of('assured', 'assured'), null), null)
  assert.match(
    whyNotLock(of('assured', 'signed-off'), 'any reason') ?? '',
    /1 answer is still on the way.*sm-02/,
  )
  assert.match(
    whyNotLock(of('assured', 'waiting', 'sent-back'), null) ?? '',
    /2 figures are missing: sm-02, sm-03/,
  )
  assert.equal(whyNotLock(of('assured', 'waiting'), 'The system was down'), null)
})
