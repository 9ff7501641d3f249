import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Conflict, Forbidden } from '#src/access/refusals.ts'
import { inAuthority } from '#src/db/transaction.ts'
import type { Grant } from '#src/domain/access/grant.ts'
import type { Actor, Role } from '#src/domain/access/roles.ts'
import type { Unit } from '#src/domain/access/unit.ts'
import { drawSample } from '#src/domain/assurance/draw-sample.ts'
import { financialYear } from '#src/domain/period.ts'
import { assignMeasures } from '#src/measures/assign-measures.ts'
import { lastAudits } from '#src/measures/last-audited.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { answerAuditFinding, closeAuditFinding, recordAuditTest, type TestInput } from './commands.ts'
import { type DrawInput, drawAuditSample } from './draw.ts'
import { auditItems } from './items.ts'
import { auditSampleFor, recordedCandidates } from './queries.ts'
import { rePerformed } from './re-performed.ts'

const { db } = await seftonDatabase({ after })
const today = '2024-03-20'
const drawing: DrawInput = { year: financialYear(2023), size: 12, seed: 7n, today }
const year = '2023-24'
const read = <T>(work: Parameters<typeof inAuthority<T>>[2]) => inAuthority(db, 1, work)
const audit = seftonActor('internal-audit')
const named = (role: Role, accountId: number): Actor => ({ ...seftonActor(role), accountId })
const error: TestInput = {
  financialYear: year,
  item: 1,
  seenTests: 0,
  result: 'error',
  evidence: 'The return of June',
  finding: 'Two cases are counted twice',
  materiality: 'low',
  recommendation: 'Count cases by their number',
}
const answer = {
  financialYear: year,
  item: 1,
  test: 1,
  seenResponses: 0,
  response: 'accepted',
  action: 'Cases are counted by their number',
  byWhen: '2024-04-30',
  today,
} as const

test('a sample is drawn once, from what is recorded, and anybody can draw it again', async () => {
  assert.equal(await drawAuditSample(db, audit, drawing), 12)
  const sample = await read((db) => auditSampleFor(db, year))
  const items = await read((db) => auditItems(db, year))
  const candidates = await read((db) => recordedCandidates(db, year))
  assert.deepEqual(
    drawSample(candidates, { size: sample.size, seed: BigInt(sample.seed) }).map(({ code }) => code),
    items.map(({ measure }) => measure.code),
  )
  assert.ok(items.every(({ figure }) => figure.period.end <= '2024-03-21'))
  await assert.rejects(drawAuditSample(db, audit, { ...drawing, seed: 8n }), (fault) => {
    return fault instanceof Conflict && /drawn only once/.test(fault.message)
  })
})

test('only internal audit draws, and not for a year to come', async () => {
  await assert.rejects(drawAuditSample(db, seftonActor('business-intelligence'), drawing), Forbidden)
  await assert.rejects(drawAuditSample(db, audit, { ...drawing, year: financialYear(2026) }), /has not begun/)
})

test('every sampled figure is worked out again, or says why it cannot be', async () => {
  const items = await read(async (db) => rePerformed(db, await auditItems(db, year), '9999-12-30'))
  for (const { figure, again } of items) {
    const hasRatio = figure.numerator !== null && figure.denominator !== null
    if (hasRatio) assert.notEqual(again.kind, 'not-possible', again.says)
    if (again.kind === 'not-possible') assert.match(again.says, /^Cannot be re-performed/)
  }
  assert.ok(items.some(({ again }) => again.kind === 'agrees'))
})

test('a finding is answered before it is closed, by others than those who made and answered it', async () => {
  await recordAuditTest(db, named('internal-audit', 5), error)
  const closing = { financialYear: year, item: 1, test: 1, words: 'Seen to be done' }
  await assert.rejects(closeAuditFinding(db, audit, closing), /has not been answered/)
  await assert.rejects(
    answerAuditFinding(db, named('assistant-director', 5), answer),
    (fault) => fault instanceof Forbidden && /made this finding yourself/.test(fault.message),
  )
  await answerAuditFinding(db, named('assistant-director', 6), answer)
  await assert.rejects(
    closeAuditFinding(db, named('internal-audit', 6), closing),
    (fault) => fault instanceof Forbidden && /gave the answer yourself/.test(fault.message),
  )
  await closeAuditFinding(db, named('internal-audit', 5), closing)
  await assert.rejects(closeAuditFinding(db, audit, closing), /was closed meanwhile/)
  const [item] = await read((db) => auditItems(db, year))
  assert.deepEqual(
    [item?.test?.result, item?.response?.byWhen, item?.closure?.words],
    ['error', '2024-04-30', 'Seen to be done'],
  )
})

test('an assistant director answers for their own units only', async () => {
  const [, second] = await read((db) => auditItems(db, year))
  const measure = second?.measure.code ?? ''
  const [unit, elsewhere] = await read(async (db) => {
    const services = await db.selectFrom('service').select('code').orderBy('position').limit(2).execute()
    return services.map(({ code }): Unit => ({ kind: 'service', code }))
  })
  assert.ok(unit && elsewhere)
  await assignMeasures(db, seftonActor('business-intelligence'), {
    from: '2024-01-01',
    basis: 'test',
    measures: [{ measure, unit }],
  })
  await recordAuditTest(db, audit, { ...error, item: 2 })
  const over = (held: Unit): Actor => {
    const grant: Grant = {
      id: 1,
      role: 'assistant-director',
      unit: held,
      kind: 'held',
      from: '2024-01-01',
      until: null,
      onBehalfOf: null,
      endedOn: null,
    }
    return { ...named('assistant-director', 9), grants: [grant] }
  }
  await assert.rejects(
    answerAuditFinding(db, over(elsewhere), { ...answer, item: 2 }),
    (fault) => fault instanceof Forbidden && /only where the role is held/.test(fault.message),
  )
  await answerAuditFinding(db, over(unit), { ...answer, item: 2 })
})

test('two who test the same figure at once: the second is told, and a later test begins anew', async () => {
  await recordAuditTest(db, audit, { ...error, item: 3 })
  await assert.rejects(recordAuditTest(db, audit, { ...error, item: 3 }), /recorded meanwhile/)
  await answerAuditFinding(db, named('assistant-director', 6), { ...answer, item: 3 })
  await recordAuditTest(db, audit, { ...error, item: 3, seenTests: 1, result: 'agreed' })
  const items = await read((db) => auditItems(db, year))
  const third = items.find(({ number }) => number === 3)
  assert.deepEqual([third?.tests.length, third?.test?.result, third?.response], [2, 'agreed', null])
})

test('whoever recorded a figure does not test it', async () => {
  const [item] = await read((db) => auditItems(db, year))
  const recorder: Actor = { ...audit, name: item?.recordedBy ?? '' }
  await assert.rejects(recordAuditTest(db, recorder, { ...error, item: 4 }), /recorded this figure yourself/)
})

test('a measure tells when it was last audited, and with what result', async () => {
  const items = await read((db) => auditItems(db, year))
  const audited = await read((db) => lastAudits(db, null))
  const [first] = items
  assert.match(audited.get(first?.measure.code ?? '')?.says ?? '', /sample of 2023\/24, on .+: in error\.$/)
  assert.equal((await read((db) => lastAudits(db, '2020-01-01'))).size, 0)
})
