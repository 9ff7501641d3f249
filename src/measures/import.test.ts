import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ending } from '#test/support/database.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import type { ImportInput } from './import/import-input.ts'
import { importObservations } from './import.ts'
import { readObservations } from './read-observations.ts'

const header = 'series_code,area_code,category,period,value,status'
async function setUp(t: Ending) {
  const council = await smallCouncil(t)
  const bring = (rows: readonly string[], how: Partial<ImportInput> = {}) =>
    importObservations(council.database.db, council.keeper, {
      ...readObservations([header, ...rows].join('\n')),
      file: 'figures.csv',
      reason: null,
      dryRun: false,
      ...how,
    })
  const held = () =>
    council.reading((db) =>
      db
        .selectFrom('observation')
        .select(['area_code', 'period_start', 'revision', 'value', 'status', 'reason', 'recorded_by'])
        .orderBy('area_code')
        .orderBy('period_start')
        .orderBy('revision')
        .execute(),
    )
  return { ...council, bring, held }
}

test('new figures are stored at their first revision, with who recorded them, and as one event', async (t) => {
  const { bring, held, events } = await setUp(t)
  const result = await bring([
    'recycling,E08000001,,2024-25-q1,41.7,',
    'recycling,E08000002,,2024-25-q1,38,provisional',
  ])
  assert.deepEqual(result, {
    kind: 'observations',
    file: 'figures.csv',
    accepted: 2,
    rejected: 0,
    unchanged: 0,
    revised: 0,
    restated: 0,
    problems: [],
    warnings: [],
    revisions: [],
    understood: [],
    table: null,
    stored: true,
  })
  const start = '2024-04-01'
  const of = { period_start: start, revision: 1, reason: null, recorded_by: 'test business-intelligence' }
  assert.deepEqual(await held(), [
    { area_code: 'E08000001', ...of, value: '41.7', status: 'final' },
    { area_code: 'E08000002', ...of, value: '38', status: 'provisional' },
  ])
  assert.equal((await events()).at(-1), 'observations.imported observations')
})

test('the same file again changes nothing and leaves no event', async (t) => {
  const { bring, held, events } = await setUp(t)
  const rows = ['recycling,E08000001,,2024-25-q1,41.70,', 'recycling,E08000002,,2024-25-q1,,suppressed']
  await bring(rows)
  const before = [await held(), await events()]
  const again = await bring(rows)
  assert.deepEqual([again.accepted, again.revised, again.unchanged], [0, 0, 2])
  assert.deepEqual([await held(), await events()], before)
})

test('the same number written otherwise is the same figure', async (t) => {
  const { bring } = await setUp(t)
  await bring(['recycling,E08000001,,2024-25-q1,41.70,'])
  assert.equal((await bring(['recycling,E08000001,,2024-25-q1,41.7,final'])).unchanged, 1)
  assert.equal((await bring(['recycling,E08000001,,2024-25-q1,4.17e1,'])).unchanged, 1)
})

test('a figure that differs from the one held is refused without a reason, and says what is held', async (t) => {
  const { bring, held } = await setUp(t)
  await bring(['recycling,E08000001,,2024-25-q1,41.7,'])
  const refused = await bring(['recycling,E08000002,,2024-25-q1,50,', 'recycling,E08000001,,2024-25-q1,42,'])
  assert.deepEqual([refused.accepted, refused.revised, refused.rejected], [0, 0, 1])
  assert.deepEqual(refused.problems, [
    {
      row: 3,
      column: 'value',
      value: '42',
      message:
        'Another figure is held for this series, area and period: 41.7. To revise it, give the reason (--reason on the command line).',
    },
  ])
  assert.equal((await held()).length, 1)
})

test('a reason of nothing but spaces is no reason', async (t) => {
  const { bring } = await setUp(t)
  await bring(['recycling,E08000001,,2024-25-q1,41.7,'])
  assert.equal((await bring(['recycling,E08000001,,2024-25-q1,42,'], { reason: '  ' })).problems.length, 1)
})

test('a revision is a new row with its reason, and the old row remains', async (t) => {
  const { bring, held } = await setUp(t)
  await bring(['recycling,E08000001,,2024-25-q1,41.7,provisional'])
  const result = await bring(['recycling,E08000001,,2024-25-q1,42,final'], { reason: 'Final return' })
  assert.deepEqual([result.accepted, result.revised], [0, 1])
  assert.deepEqual(
    (await held()).map(({ revision, value, status, reason }) => [revision, value, status, reason]),
    [
      [1, '41.7', 'provisional', null],
      [2, '42', 'final', 'Final return'],
    ],
  )
  await bring(['recycling,E08000001,,2024-25-q1,41.7,provisional'], { reason: 'Return withdrawn' })
  assert.deepEqual(
    (await held()).map(({ revision }) => revision),
    [1, 2, 3],
  )
})

test('a change of status alone is a revision', async (t) => {
  const { bring } = await setUp(t)
  await bring(['recycling,E08000001,,2024-25-q1,41.7,provisional'])
  assert.equal((await bring(['recycling,E08000001,,2024-25-q1,41.7,final'])).problems.length, 1)
})

test('one wrong row keeps all the others out, and every problem is told in the order of the file', async (t) => {
  const { bring, held } = await setUp(t)
  const result = await bring([
    'recycling,E08000001,,2024-25-q1,41.7,',
    'recycling,E08000099,,2024-25-q1,1,',
    'recylcing,E08000001,,2024-25-q1,1,',
    'recycling,E08000001,,2024-25-q2,about 12,',
    'recycling,E08000001,,2024-25-q1,40,',
  ])
  assert.equal(result.accepted, 0)
  assert.equal(result.rejected, 4)
  assert.deepEqual(
    result.problems.map(({ row, column }) => [row, column]),
    [
      [3, 'area_code'],
      [4, 'series_code'],
      [5, 'value'],
      [6, 'series_code'],
    ],
  )
  assert.match(result.problems[0]?.message ?? '', /No area 'E08000099' is known/)
  assert.match(result.problems[1]?.message ?? '', /No series 'recylcing' is in the register/)
  assert.match(result.problems[3]?.message ?? '', /given twice: row 2 has the same series, area and period/)
  assert.deepEqual(await held(), [])
})

test('the same period written in two ways is the same figure given twice', async (t) => {
  const { bring } = await setUp(t)
  const { problems } = await bring([
    'recycling,E08000001,,2024-25,41.7,',
    'recycling,E08000001,,2024/25,41.7,',
  ])
  assert.match(problems[0]?.message ?? '', /given twice/)
})

test('figures of one series by category stand beside each other', async (t) => {
  const { bring } = await setUp(t)
  const { accepted } = await bring([
    'recycling,E08000001,glass,2024-25-q1,80,',
    'recycling,E08000001,paper,2024-25-q1,70,',
  ])
  assert.equal(accepted, 2)
})

test('a dry run says what would change and changes nothing', async (t) => {
  const { bring, held, events } = await setUp(t)
  await bring(['recycling,E08000001,,2024-25-q1,41.7,'])
  const before = [await held(), await events()]
  const dry = await bring(['recycling,E08000001,,2024-25-q1,42,', 'recycling,E08000002,,2024-25-q1,38,'], {
    dryRun: true,
  })
  assert.deepEqual([dry.accepted, dry.revised, dry.problems], [1, 1, []])
  assert.deepEqual([await held(), await events()], before)
})

test('a revision without a reason among the last of many rows undoes the first ones too', async (t) => {
  const { bring, held } = await setUp(t)
  const row = (n: number, value: number) => `recycling,E08000001,part ${n},2024-25-q1,${value},`
  await bring([row(5_999, 1)])
  const result = await bring(Array.from({ length: 6_000 }, (_, n) => row(n, 2)))
  assert.deepEqual([result.accepted, result.problems.length, result.problems[0]?.row], [0, 1, 6_001])
  assert.equal((await held()).length, 1)
})

test('a figure given again thousands of rows later names the row that gave it first', async (t) => {
  const { bring, held } = await setUp(t)
  const rows = Array.from({ length: 6_000 }, (_, n) => `recycling,E08000001,part ${n},2024-25-q1,2,`)
  const again = 'Recycling,Smallton,part 41,2024-25-q1,3,'
  const { problems, rejected } = await bring([...rows, again, again])
  assert.deepEqual(
    problems.map(({ row, message }) => [row, /given twice: row \d+/.exec(message)?.[0]]),
    [
      [6_002, 'given twice: row 43'],
      [6_003, 'given twice: row 6002'],
    ],
  )
  assert.equal(rejected, 2)
  assert.deepEqual(await held(), [])
})

test('the same new figures brought twice at the same moment are stored once', async (t) => {
  const { bring, held, events } = await setUp(t)
  const rows = ['recycling,E08000001,,2024-25-q1,41.7,', 'recycling,E08000002,,2024-25-q1,38,']
  const both = await Promise.all([bring(rows), bring(rows)])
  const sum = (of: 'accepted' | 'unchanged') => both.reduce((total, result) => total + result[of], 0)
  assert.deepEqual([sum('accepted'), sum('unchanged')], [2, 2])
  assert.equal((await held()).length, 2)
  assert.equal((await events()).filter((event) => event.startsWith('observations.imported')).length, 1)
})

test('what is stored with the figures is stored or undone with them', async (t) => {
  const { bring, held } = await setUp(t)
  const fails = async () => {
    throw new Error('the second thing failed')
  }
  await assert.rejects(bring(['recycling,E08000001,,2024-25-q1,41.7,'], { alongside: fails }), /second thing/)
  const refused = await bring(['recycling,E08000001,,2024-25-q1,41.7,'], {
    agreed: ({ accepted }) => accepted > 1,
  })
  assert.deepEqual([refused.accepted, refused.stored], [1, false])
  assert.deepEqual(await held(), [])
})

test('progress is told to the end', async (t) => {
  const { bring } = await setUp(t)
  const told: number[] = []
  const rows = Array.from({ length: 5_001 }, (_, n) => `recycling,E08000001,part ${n},2024-25-q1,1,`)
  await bring(rows, { progress: (done) => told.push(done) })
  assert.deepEqual(told, [5_000, 5_001])
})

test('somebody who may not record figures stores none', async (t) => {
  const { held, database, as } = await setUp(t)
  const input = {
    ...readObservations(`${header}\nrecycling,E08000001,,2024-25-q1,1,`),
    file: 'x',
    reason: null,
  }
  await assert.rejects(
    importObservations(database.db, as('councillor'), { ...input, dryRun: false }),
    /Councillor may not record figures/,
  )
  assert.deepEqual(await held(), [])
})
