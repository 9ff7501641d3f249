import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Conflict } from '#src/access/refusals.ts'
import { framework } from '#src/demo/sefton/framework.ts'
import { peopledCouncil } from '#test/support/people.ts'
import { recordFrameworkVersion } from './framework-commands.ts'
import { frameworkSeenBy, frameworkVersions } from './framework-versions.ts'
import { datedItems } from './sources.ts'

const revision = {
  title: 'The framework',
  adopted: '3 6 2024',
  by: 'Cabinet',
  from: '1 7 2024',
  review: '1 5 2025',
  changed: 'Weekly items were added',
  source: 'Minutes of the test',
}

test('a revision is announced to everybody signed in until they put it away, and stands in the calendar', async (t) => {
  const { council, db, signIn } = await peopledCouncil(t)
  await recordFrameworkVersion(db, council.keeper, framework())
  const keeper = (await signIn('keeper@smallton.example')).browser
  const { browser } = await signIn('member@smallton.example')
  assert.doesNotMatch(
    (await browser.get('/framework')).text,
    /framework was revised/,
    'the first is no revision',
  )
  const done = await keeper.send('/framework/new', revision)
  assert.equal(done.location, '/framework?done=revised')
  const told = await browser.get('/account')
  assert.match(told.text, /The framework was revised on 3 June 2024\. Read what changed/)
  const away = await browser.send('/account', {}, '/framework/seen')
  assert.equal(away.location, '/account')
  assert.doesNotMatch((await browser.get('/account')).text, /framework was revised/)
  const seen = await council.reading((db) => frameworkSeenBy(db, 2))
  assert.deepEqual(
    seen.map(({ label }) => label),
    ['Post of member'],
  )
  assert.match((await keeper.get('/framework')).text, /put away by: Post of member/)
  const days = await council.reading((db) =>
    datedItems(db, council.keeper, { start: '2024-07-01', end: '2025-06-01' }, []),
  )
  assert.deepEqual(
    days.map(({ key, when }) => [key, when.start]),
    [
      ['framework-2-revised', '2024-07-01'],
      ['framework-2-review', '2025-05-01'],
    ],
  )
})

test('what a form lacks is said beside its field; of two revisions at once the second is told', async (t) => {
  const { council, db, signIn } = await peopledCouncil(t)
  const keeper = (await signIn('keeper@smallton.example')).browser
  const wrong = await keeper.send('/framework/new', { ...revision, changed: '', adopted: '31 2 2024' })
  assert.equal(wrong.status, 400)
  assert.match(wrong.text, /Enter what changed/)
  assert.match(wrong.text, /Enter a day, such as/)
  await recordFrameworkVersion(db, council.keeper, framework())
  await assert.rejects(recordFrameworkVersion(db, council.keeper, framework()), Conflict)
  assert.equal((await council.reading(frameworkVersions)).length, 1)
})
