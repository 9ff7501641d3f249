import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv, importingCouncil, messages, row } from '#test/support/importing-council.ts'

test('warnings ask: nothing is stored until somebody accepts them', async (t) => {
  const { bring, held } = await importingCouncil(t)
  await bring(csv(row('40', '2020/21'), row('41', '2021/22'), row('42', '2022/23')))
  const asked = await bring(csv(row('0.43')))
  assert.deepEqual([asked.stored, asked.accepted, asked.problems], [false, 1, []])
  assert.deepEqual(
    asked.warnings.map(({ row, column, value }) => [row, column, value]),
    [[2, 'value', '0.43']],
  )
  assert.match(asked.warnings[0]?.message ?? '', /looks like a proportion/)
  assert.equal((await held()).length, 3)
  assert.ok((await bring(csv(row('0.43')), { acceptWarnings: true })).stored)
  assert.equal((await held()).length, 4)
})

test('a figure that is held already is not asked about again', async (t) => {
  const { bring } = await importingCouncil(t)
  assert.equal((await bring(csv(row('140')))).warnings.length, 1)
  assert.ok((await bring(csv(row('140')), { acceptWarnings: true })).stored)
  const again = await bring(csv(row('140')))
  assert.deepEqual([again.stored, again.unchanged, again.warnings], [true, 1, []])
  const more = await bring(csv(row('140'), row('139', '2022/23')))
  assert.deepEqual(
    more.warnings.map(({ row }) => row),
    [3],
  )
})

test('a dry run tells both values of what would change, and stores nothing', async (t) => {
  const { bring, held } = await importingCouncil(t)
  await bring(csv(row('40'), row('41', '2022/23')))
  const dry = await bring(csv(row('42 [p]'), row('41', '2022/23'), row('43', '2021/22')), { dryRun: true })
  assert.deepEqual([dry.accepted, dry.revised, dry.unchanged, dry.stored], [1, 1, 1, false])
  assert.deepEqual(dry.revisions, [{ row: 2, was: '40', becomes: '42, provisional' }])
  assert.equal((await held()).length, 2)
})

test('how a source lays out its files is remembered when its figures are stored, and not before', async (t) => {
  const { bring, held } = await importingCouncil(t)
  const file = (value: string) => `Ward return\nPlace,Outturn figure\nE08000001,${value}`
  const mapping = {
    columns: { area_code: 'Place', value: 'Outturn figure' },
    fixed: { series: 'recycling', period: '2023/24' },
  }
  assert.equal((await bring(file('about 41'), { source: 'Waste team', mapping })).stored, false)
  assert.match(messages(await bring(file('41'), { source: 'Waste team' })), /header row lacks/)
  assert.ok((await bring(file('41'), { source: 'Waste team', mapping })).stored)
  const next = await bring(file('42'), { source: 'Waste team', mapping: { fixed: { period: '2024-25-q1' } } })
  assert.deepEqual(
    [next.stored, next.table?.columns],
    [true, { area_code: 'Place', value: 'Outturn figure' }],
  )
  assert.deepEqual(await held(), ['E08000001 2023-04-01 41', 'E08000001 2024-04-01 42'])
})

test('a figure given twice is found however far apart its rows are', async (t) => {
  const { bring, held } = await importingCouncil(t)
  const rows = Array.from({ length: 12_000 }, (_, n) => `recycling,E08000001,part ${n},2023/24,40`)
  rows.push('recycling,E08000001,part 7,2023/24,41')
  const { problems, accepted } = await bring(
    ['measure_code,area_code,category,period,value', ...rows].join('\n'),
  )
  assert.equal(accepted, 0)
  assert.deepEqual([problems.length, problems[0]?.row], [1, 12_002])
  assert.match(problems[0]?.message ?? '', /given twice: row 9 has/)
  assert.deepEqual(await held(), [])
})

test('a file of nothing but problems is read only until there are too many of them', async (t) => {
  const { bring } = await importingCouncil(t)
  const rows = Array.from({ length: 60_000 }, () => 'recycling,E08000001,2023/24,wrong')
  const { problems, rejected } = await bring(csv(...rows))
  assert.equal(problems.length, 10_000)
  assert.ok(rejected < 60_000)
})
