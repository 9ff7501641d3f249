import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createApp } from '#src/app.ts'
import type { Role } from '#src/domain/access/roles.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { browserOf } from '#test/support/visitor.ts'

const { db } = await seftonDatabase({ after })
const authority = await authorityOf(db, seftonActor('councillor'))
const as = (role: Role) => {
  const app = createApp({ database: db, authority, actorFor: () => seftonActor(role), production: false })
  after(() => app.close())
  return browserOf(app)
}
const audit = as('internal-audit')
const director = as('assistant-director')
const samples = '/audit/samples'

test('the demonstration shows a sample that says it is illustrative', async () => {
  const list = await audit.get(samples)
  assert.match(list.text, /2024\/25 illustrative/)
  const sample = await audit.get(`${samples}/2024-25`)
  assert.match(sample.text, /illustrative This sample exists only to show how one looks/)
  assert.match(sample.text, /with the seed 20240725/)
  assert.match(sample.text, /it gives the same 10 measures/)
})

test('the table and everything it was drawn from can be taken as CSV', async () => {
  const table = await audit.get(`${samples}/2024-25.csv`)
  assert.match(table.body, /^"?Measure"?,/)
  assert.equal(table.body.trim().split('\r\n').length >= 11, true)
  const candidates = await audit.get(`${samples}/2024-25.csv?table=audit-candidates-2024-25`)
  assert.match(candidates.body, /sm-/)
})

test('internal audit draws a sample and is told what is wrong with a seed or size', async () => {
  const wrong = await audit.send(samples, { year: '2025-26', size: '0', seed: 'x' })
  assert.equal(wrong.status, 400)
  assert.match(wrong.text, /from 1 to 200/)
  assert.match(wrong.text, /Enter a seed/)
  const drawn = await audit.send(samples, { year: '2025-26', size: '4', seed: '99' })
  assert.equal(drawn.location, `${samples}/2025-26?done=drawn`)
  assert.match((await audit.get(drawn.location)).text, /4 measures are drawn/)
})

test('a test, its answer and its closure are recorded by those who may, and stay to be read', async () => {
  const address = `${samples}/2025-26/1`
  const empty = await audit.send(address, { result: 'error' }, `${address}/test`)
  assert.equal(empty.status, 400)
  for (const problem of [
    /what evidence was looked for/,
    /Say what was found/,
    /how much it matters/,
    /should be done about it/,
  ])
    assert.match(empty.text, problem)
  const typed = {
    result: 'error',
    evidence: 'The return of March',
    finding: 'Counted twice',
    materiality: 'high',
    recommendation: 'Count once',
  }
  assert.equal((await audit.send(address, typed, `${address}/test`)).location, `${address}?done=tested`)
  const answer = { response: 'accepted', action: 'Counted once', byWhen: '31 3 2030' }
  assert.equal((await director.send(address, answer, `${address}/response`)).status, 303)
  assert.match((await director.get(address)).text, /Answer: accepted/)
  assert.equal((await audit.send(address, { words: 'Seen' }, `${address}/closure`)).status, 303)
  const { text } = await audit.get(address)
  assert.match(text, /Closed.*Test: in error.*Counted twice.*31 March 2030.*Seen/)
})

test('others read, and are offered nothing they may not do', async () => {
  const councillor = as('councillor')
  const { body, status } = await councillor.get(`${samples}/2025-26/2`)
  assert.equal(status, 200)
  assert.ok(!body.includes('/test"'))
  assert.ok(!(await councillor.get(samples)).body.includes('name="seed"'))
})
