import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { accountByEmail } from '#src/access/accounts.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { from, peopledCouncil } from '#test/support/people.ts'

const { council, db, signIn } = await peopledCouncil({ after })

test('a form without its token, with another’s, or from another site is not accepted', async () => {
  const { browser } = await signIn('keeper@smallton.example')
  const other = await signIn('keeper@smallton.example')
  const typed = {
    email: 'forged@smallton.example',
    label: 'Forged',
    role: 'councillor',
    unit: 'council',
    from,
  }
  const ours = await browser.fields('/people/new', '/people/new')
  const theirs = await other.browser.fields('/people/new', '/people/new')
  const attempts = [
    [{ ...typed, once: 'x' }, {}],
    [{ ...typed, ...ours, token: `${ours.token}x` }, {}],
    [{ ...typed, ...theirs }, {}],
    [{ ...typed, token: ours.token ?? '' }, {}],
    [{ ...typed, ...ours }, { 'sec-fetch-site': 'cross-site' }],
  ] as const
  for (const [fields, headers] of attempts) {
    const answer = await browser.post('/people/new', fields, headers)
    assert.equal(answer.status, 403)
    assert.match(answer.text, /This form cannot be accepted/)
  }
  assert.equal(await inAuthority(db, 1, (db) => accountByEmail(db, typed.email)), null)
})

test('the same form posted twice counts once, also at the same moment', async () => {
  const { browser } = await signIn('keeper@smallton.example')
  const fields = await browser.fields('/people/new', '/people/new')
  const typed = {
    ...fields,
    email: 'twice@smallton.example',
    label: 'Twice',
    role: 'councillor',
    unit: 'council',
    from,
  }
  const before = (await council.events()).length
  const answers = await Promise.all([browser.post('/people/new', typed), browser.post('/people/new', typed)])
  const again = await browser.post('/people/new', typed)
  assert.deepEqual(
    [...answers, again].map(({ status }) => status),
    [303, 303, 303],
  )
  assert.match(again.location, /^\/people\/\d+\?done=added$/)
  assert.equal((await council.events()).length, before + 1)
})

test('what is wrong with a form is said above it and beside the field, and what was typed is kept', async () => {
  const { browser } = await signIn('keeper@smallton.example')
  const typed = {
    email: 'member@smallton.example',
    label: 'Head of <b>Parks</b>',
    role: 'councillor',
    unit: 'council',
    from: '31 2 2024',
  }
  const answer = await browser.send('/people/new', typed)
  assert.equal(answer.status, 400)
  assert.match(answer.body, /<title>Error: Add an account/)
  assert.match(answer.text, /There is a problem Enter the first day/)
  assert.match(answer.body, /href="#from"/)
  assert.match(answer.body, /value="Head of &lt;b&gt;Parks&lt;\/b&gt;"/)
  const taken = await browser.send('/people/new', { ...typed, from: '1 2 2024' })
  assert.match(taken.text, /This address has an account already/)
})
