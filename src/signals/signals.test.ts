import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Conflict, Forbidden, NotFound } from '#src/access/refusals.ts'
import { createApp } from '#src/app.ts'
import { inAuthority } from '#src/db/transaction.ts'
import type { Grant } from '#src/domain/access/grant.ts'
import type { Actor, Role } from '#src/domain/access/roles.ts'
import { assignMeasures } from '#src/measures/assign-measures.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { addAuthority } from '#test/support/database.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { browserOf } from '#test/support/visitor.ts'
import { raiseSignal, replyToOutcome, type StepInput, takeSignalStep } from './commands.ts'
import { signalFor, signalsOf } from './queries.ts'
import { makeRecommendation, reportProgress, respondToRecommendation } from './recommendation-commands.ts'
import { recommendationFor } from './recommendations.ts'

const database = await seftonDatabase({ after })
const { db } = database
const today = '2024-07-25'
const about = { kind: 'measure', code: 'sm-20' } as const
const unit = { kind: 'service', code: 'education-excellence' } as const
const other = { kind: 'service', code: 'childrens-social-care' } as const
await assignMeasures(db, seftonActor('business-intelligence'), {
  measures: [{ measure: 'sm-20', unit }],
  from: '2024-07-01',
  basis: 'test',
})

const person = (role: Role, accountId: number, held: Grant['unit'] = unit): Actor => {
  const grant: Grant = {
    id: accountId,
    role,
    unit: held,
    kind: 'held',
    from: '2024-01-01',
    until: null,
    onBehalfOf: null,
    endedOn: null,
  }
  return { authorityId: 1, role, name: `${role} ${accountId}`, accountId, grants: [grant] }
}
const worker = person('frontline', 1)
const leader = person('service-manager', 2)
const manager = person('service-manager', 3)
const director = person('assistant-director', 4)
const performance = person('business-intelligence', 5)
const raise = (actor: Actor) =>
  raiseSignal(db, actor, { kind: 'issue', about, words: 'The count leaves out one school', today })
const step = (actor: Actor, id: number, seen: number, more: Partial<StepInput>): Promise<void> =>
  takeSignalStep(db, actor, { id, seen, step: 'answered', words: 'In words', forum: null, today, ...more })
const held = (id: number) => inAuthority(db, 1, (db) => signalFor(db, id))
const forbidden = (words: RegExp) => (fault: unknown) =>
  fault instanceof Forbidden && words.test(fault.message)

test('an issue goes up level by level to a forum, and its outcome comes back to whoever raised it', async () => {
  const id = await raise(worker)
  await step(leader, id, 0, { step: 'taken-up', words: null })
  await step(leader, id, 1, { step: 'passed-up' })
  await assert.rejects(step(leader, id, 2, {}), forbidden(/You passed it up as team leader/))
  await step(manager, id, 2, { step: 'passed-up' })
  await assert.rejects(step(director, id, 3, { step: 'put-to-forum', forum: 'no-such' }), NotFound)
  await step(director, id, 3, { step: 'put-to-forum', forum: 'cabinet' })
  await step(performance, id, 4, { step: 'decided', words: 'Count it from October' })
  await step(director, id, 5, { step: 'returned', words: 'Your school is counted from October' })
  const outcome = await held(id)
  assert.deepEqual([outcome.standing.state, outcome.forum], ['answered', 'Cabinet'])
  const reply = { id, seen: 6, reply: 'settled', words: null, today } as const
  await assert.rejects(replyToOutcome(db, leader, reply), forbidden(/Only whoever raised it/))
  await replyToOutcome(db, worker, reply)
  assert.equal((await held(id)).standing.state, 'settled')
})

test('nobody answers above their level or outside their unit, and the refusal says whom it waits for', async () => {
  const id = await raise(worker)
  await assert.rejects(step(director, id, 0, {}), forbidden(/It waits for the team leader/))
  await assert.rejects(step(performance, id, 0, {}), forbidden(/It waits for the team leader/))
  await assert.rejects(
    step(leader, id, 0, { step: 'put-to-forum', forum: 'cabinet' }),
    forbidden(/no level is skipped/),
  )
  await assert.rejects(
    step(person('service-manager', 9, other), id, 0, {}),
    forbidden(/only where the role is held/),
  )
  await assert.rejects(step(seftonActor('councillor'), id, 0, {}), Forbidden)
})

test('two who answer at once: the second is told what the first did', async () => {
  const id = await raise(worker)
  await step(leader, id, 0, {})
  await assert.rejects(step(manager, id, 0, {}), (fault) => {
    return fault instanceof Conflict && /by service-manager 2/.test(fault.message)
  })
})

test('a councillor’s question goes straight to the assistant director or the Performance team', async () => {
  const id = await raise(person('councillor', 6, { kind: 'council', code: '' }))
  assert.equal((await held(id)).standing.level, 'assistant-director')
  await step(performance, id, 0, {})
  assert.equal((await held(id)).standing.state, 'answered')
})

test('something about what is not there is not raised', async () => {
  const nothing = { kind: 'question', about: { kind: 'measure', code: 'sm-999' }, words: 'x', today } as const
  await assert.rejects(raiseSignal(db, worker, nothing), NotFound)
})

test('another council sees nothing of it', async () => {
  await addAuthority(database, 2)
  assert.deepEqual(await inAuthority(db, 2, signalsOf), [])
})

test('a recommendation is answered by the executive, never by whoever made it, and its progress is told', async () => {
  const recommended = {
    forum: 'overview-and-scrutiny-committees',
    madeOn: today,
    words: 'Count every school',
    evidence: 'What two schools said',
    addressedTo: 'Cabinet',
  }
  const id = await makeRecommendation(db, person('scrutiny', 7), recommended)
  const response = {
    id,
    seen: 0,
    response: 'accepted',
    action: 'They will be',
    byWhen: '2024-12-31',
  } as const
  const progress = { id, seen: 0, progress: 'under-way', words: 'Half are' } as const
  await assert.rejects(reportProgress(db, director, progress), /Nothing of it has been accepted/)
  await assert.rejects(respondToRecommendation(db, director, response), Forbidden)
  await assert.rejects(respondToRecommendation(db, person('leader', 7), response), forbidden(/yourself/))
  await respondToRecommendation(db, person('leader', 8), response)
  await assert.rejects(respondToRecommendation(db, person('leader', 8), response), /meanwhile/)
  await reportProgress(db, director, progress)
  const { responses, progress: told } = await inAuthority(db, 1, (db) => recommendationFor(db, id))
  assert.deepEqual([responses.length, told[0]?.progress], [1, 'under-way'])
})

const authority = await authorityOf(db, seftonActor('councillor'))
const as = (role: Role) => {
  const app = createApp({ database: db, authority, actorFor: () => seftonActor(role), production: false })
  after(() => app.close())
  return browserOf(app)
}

test('from the page of a measure to the outcome, by forms', async () => {
  const front = as('frontline')
  assert.match((await front.get('/measures/sm-20')).body, /\/signals\/new\?about=measure:sm-20/)
  assert.match((await front.get('/signals/new?about=measure:sm-20')).body, /value="measure:sm-20" selected/)
  const empty = await front.send('/signals/new', {})
  assert.equal(empty.status, 400)
  assert.match(empty.text, /Choose what it is.*Say it in your own words/)
  const words = 'The form asks for what we do not hold'
  const { location } = await front.send('/signals/new', { kind: 'issue', about: 'measure:sm-20', words })
  const address = location.split('?')[0] ?? ''
  assert.match((await front.get(location)).text, /It waits for the team leader.*Due by/)
  const officer = as('service-manager')
  assert.match((await officer.get('/signals')).text, /Waiting for you.*The form asks/)
  const silent = await officer.send(address, { step: 'answered' }, `${address}/steps`)
  assert.match(silent.text, /Say it in words/)
  await officer.send(address, { step: 'answered', words: 'It will be dropped' }, `${address}/steps`)
  assert.match((await front.get('/signals/mine')).text, /It will be dropped.*Say whether this answers it/)
  await front.send(address, { reply: 'not-settled', words: 'When?' }, `${address}/reply`)
  assert.match((await front.get(address)).text, /This does not answer it.*When\?/)
  assert.match((await front.get(address)).text, /It waits for the service manager/)
})

test('what is illustrative says so, and good news and the list can be taken away as CSV', async () => {
  const councillor = as('councillor')
  assert.match(
    (await councillor.get('/signals/good-news')).text,
    /what went well, for a report to quote\. illustrative/,
  )
  assert.match((await councillor.get('/signals/good-news.csv')).body, /Good news/)
  assert.match((await councillor.get('/signals.csv?kind=question')).body, /Question/)
  assert.match((await councillor.get('/signals/recommendations')).text, /\(illustrative\)/)
})
