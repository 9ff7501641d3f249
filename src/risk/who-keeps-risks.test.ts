import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Forbidden, NotFound } from '#src/access/refusals.ts'
import type { Grant } from '#src/domain/access/grant.ts'
import type { Actor, Role } from '#src/domain/access/roles.ts'
import { conflict, parks, riskInput, smallRisks, today, wording } from '#test/support/small-risks.ts'
import { addRisk } from './add-risk.ts'
import { rewordRisk } from './reword-risk.ts'
import { scoreRisk } from './score-risk.ts'
import { everyRisk, riskFor } from './standings.ts'

const { db, keeper, as, reading, added, held, of, score } = await smallRisks({ after })

const manager = (unit: Grant['unit']): Actor => ({
  ...as('service-manager'),
  accountId: 7,
  grants: [
    {
      id: 1,
      role: 'service-manager',
      unit,
      kind: 'held',
      from: '2024-01-01',
      until: null,
      onBehalfOf: null,
      endedOn: null,
    },
  ],
})

test('a manager keeps the risks of the own unit only', async () => {
  await addRisk(db, manager(parks), riskInput('m-1'))
  await assert.rejects(
    addRisk(db, manager({ kind: 'service', code: 'housing' }), riskInput('m-2')),
    Forbidden,
  )
  await assert.rejects(addRisk(db, manager(parks), riskInput('m-3', { unit: null })), Forbidden)
  await assert.rejects(addRisk(db, manager(parks), riskInput('m-4', { level: 'corporate' })), Forbidden)
  await assert.rejects(addRisk(db, keeper, riskInput('m-1')), conflict(/cannot be used/))
})

test('an exempt risk and all that hangs on it is there only for those who may see it', async () => {
  const code = await added({ exemptReason: 'A contract is not yet agreed' })
  await score(code, 5, 5)
  const open = await reading((db) => everyRisk(db, null, today))
  assert.ok(!open.some((risk) => risk.code === code))
  await assert.rejects(
    reading((db) => riskFor(db, code, null, today)),
    NotFound,
  )
  for (const table of ['risk_score', 'risk_statement', 'risk_decision'] as const)
    assert.deepEqual(
      await reading((db) => db.selectFrom(table).selectAll().where('risk_code', '=', code).execute()),
      [],
      table,
    )
  assert.equal((await held(code)).current?.impact, 5)
  // Internal audit reads the trail and may not see the risk: the trail has the code and none of its words.
  const trail = await reading((db) =>
    db.selectFrom('event').select('details').where('subject', '=', `risk/${code}`).execute(),
  )
  assert.equal(trail.length, 2)
  assert.doesNotMatch(JSON.stringify(trail), /tree|contract|Because/i)
  const who: Role = 'service-manager'
  await assert.rejects(addRisk(db, as(who), riskInput('e-1', { exemptReason: 'Secret' })), Forbidden)
  // Taken for one that is not there, by whoever may not see it.
  await assert.rejects(
    scoreRisk(db, as(who), {
      code,
      today,
      seen: 3,
      kind: 'current',
      likelihood: 1,
      impact: 1,
      scoredOn: today,
      reason: 'x',
      sure: false,
    }),
    NotFound,
  )
  const reword = { ...(await of(code)), wording, exemptReason: null, reason: 'Agreed by now' }
  await rewordRisk(db, keeper, reword)
  assert.ok((await reading((db) => everyRisk(db, null, today))).some((risk) => risk.code === code))
})
