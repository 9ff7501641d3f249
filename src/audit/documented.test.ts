import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { eventHash } from '#src/db/events.ts'
import { beforeTheFirst, type EventFields, linkText } from '#src/domain/audit/event-link.ts'
import { documentNamed, missingFrom, tableRow } from '#test/support/documents.ts'
import { breakKinds } from './verify.ts'

const page = documentNamed('docs/audit.md')

const first: EventFields = {
  authorityId: 1,
  sequence: 1,
  at: '2025-04-01T08:30:00.000000Z',
  actorRole: 'operator',
  actorName: 'set-up',
  action: 'authority.set-up',
  subject: 'authority/smallton',
  details: { name: 'Smallton Council', id: 1 },
}

const second: EventFields = {
  authorityId: 1,
  sequence: 2,
  at: '2025-04-01T08:31:12.250000Z',
  actorRole: 'business-intelligence',
  actorName: 'data desk',
  action: 'plan.recorded',
  subject: 'plan/corporate-2025',
  details: { changed: 0, added: 14 },
}

test('the document shows the bytes that are hashed, and the hashes they have', () => {
  const [, one = '', two = ''] = page.text.split('```text\n').map((part) => part.split('\n```')[0])
  assert.equal(one, linkText(beforeTheFirst, first))
  assert.equal(two, linkText(eventHash(beforeTheFirst, first), second))
  const hashes = [one, two].map((text) => createHash('sha256').update(text).digest('hex'))
  assert.deepEqual(
    missingFrom(
      page,
      hashes.map((hash) => `\`${hash}\``),
    ),
    [],
  )
})

test('the document names every kind of break', () => {
  const begins = Object.keys(breakKinds).map((kind) => tableRow(`\`${kind}\``, '').slice(0, -3))
  assert.deepEqual(missingFrom(page, begins), [])
})
