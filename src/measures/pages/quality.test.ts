import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inAuthority } from '#src/db/transaction.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { seftonApp } from '#test/support/app.ts'
import { seftonActor } from '#test/support/sefton.ts'
import { qualityOf } from '../quality.ts'

const { get, database } = await seftonApp({ after })

test('the checklist counts the measures with a finding under each point, and says what a person must judge', async () => {
  const { status, text } = await get('/measures/quality')
  assert.equal(status, 200)
  assert.match(text, /The strategic set holds 86 measures, 72 of them key measures; the guide is about 10/)
  assert.match(text, /Responsible 86 Nobody owns it/)
  assert.match(text, /Achievable For a person/)
  assert.match(text, /86 of 86 measures have findings/)
})

test('findings are filtered by priority and by point, and the address keeps the choice', async () => {
  const theme = encodeURIComponent('Creating more and better jobs for local people')
  const inclusive = await get(`/measures/quality?theme=${theme}`)
  assert.match(inclusive.text, /7 of 86 measures have findings/)
  assert.doesNotMatch(inclusive.text, /SM-25/)
  const directions = await get('/measures/quality?criterion=good-identified')
  assert.match(directions.text, /A prevention is a success, so fewer of them is hardly good/)
  assert.match(directions.text, /under ‘Good can be told easily and fairly’/)
  assert.equal((await get('/measures/quality?criterion=nonsense&theme=nobody')).status, 200)
})

test('every finding is a row of the file', async () => {
  const { body } = await get('/measures/quality.csv')
  assert.match(body, /sm-51,Percentage of Homelessness Preventions,Should be mended,/)
  assert.match(
    body,
    /sm-26,Social Worker Staff Turnover Rate,.*SM-02 \(Improving outcomes for children and their families\) has the same title/,
  )
})

test('the three titles that appear twice, the title with two measures and the counts called performance are found', async () => {
  const { areaCode: area } = await authorityOf(database.db, seftonActor('councillor'))
  const { authorityId } = seftonActor('councillor')
  const rules = (code: string) =>
    inAuthority(database.db, authorityId, async (db) =>
      (await qualityOf(db, { code }, { area, cutOff: '2024-07-01' })).map(({ rule }) => rule),
    )
  for (const code of ['sm-02', 'sm-03', 'sm-04', 'sm-26', 'sm-27', 'sm-28'])
    assert.ok((await rules(code)).includes('duplicated-title'), code)
  assert.ok((await rules('sm-21')).includes('two-measures'))
  assert.ok((await rules('sm-43')).includes('volume-as-performance'))
  assert.ok(!(await rules('sm-08')).includes('volume-as-performance'))
  assert.deepEqual(await rules('sm-37'), [
    'no-owner',
    'no-data-officer',
    'no-definition',
    'no-figures',
    'unsafe-direction',
    'no-comparator',
  ])
})
