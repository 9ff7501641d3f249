import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { drawSampleChart as drawChart } from './testing/sample-chart.ts'
import { sampleReport } from './testing/sample-report.ts'
import { smallReport } from './testing/small-report.ts'
import { writeReport } from './write-report.ts'

const place = await mkdtemp(join(tmpdir(), 'report-'))
after(() => rm(place, { recursive: true }))
const madeAt = '2024-07-15T09:00:00Z'
const write = (folder: string, formats: readonly string[], report = sampleReport()) =>
  writeReport(report, { folder: join(place, folder), formats, drawChart, madeAt })

test('a report is its files and a manifest that vouches for each', async () => {
  const files = await write('whole', ['html', 'docx', 'csv'])
  const manifest = JSON.parse(await readFile(join(place, 'whole', 'manifest.json'), 'utf8'))
  assert.deepEqual(manifest.files, files)
  assert.deepEqual(
    (await readdir(join(place, 'whole'))).sort(),
    [...files.map(({ name }) => name), 'manifest.json'].sort(),
  )
  assert.deepEqual(
    files.slice(0, 2).map(({ name }) => name),
    ['cpor-2024-25-q1.html', 'cpor-2024-25-q1.docx'],
  )
  for (const { name, bytes, sha256 } of files) {
    const content = await readFile(join(place, 'whole', name))
    assert.equal(content.length, bytes)
    assert.equal(createHash('sha256').update(content).digest('hex'), sha256)
  }
})

test('the manifest lists every figure with its exact value, its source and where it stands', async () => {
  await write('figures', ['csv'])
  const { made, figures, pictures } = JSON.parse(
    await readFile(join(place, 'figures', 'manifest.json'), 'utf8'),
  )
  assert.equal(made, madeAt)
  assert.deepEqual(
    figures.find(({ id }: { id: string }) => id === 'revenue.1.variance'),
    {
      id: 'revenue.1.variance',
      text: '1.700',
      value: '1.700000',
      source: 'revenue monitoring, June 2024',
      where: 'Table 2, row ‘Adult social care’, column ‘Variance (£m)’',
    },
  )
  assert.equal(figures[0].where, 'Summary, ‘The year is likely to end £2.000m over budget’')
  assert.equal(pictures[0].source, 'Department for Education, pupil absence in schools')
})

test('a format that is not known is refused, naming those that are', async () => {
  await assert.rejects(write('odd', ['html', 'papyrus']), {
    message: 'A report cannot be written as ‘papyrus’. The formats are html, docx and csv.',
  })
  assert.deepEqual((await readdir(place)).includes('odd'), false)
})

test('an earlier report is replaced as a whole', async () => {
  await write('again', ['html', 'csv'])
  await write('again', ['html'], smallReport())
  assert.deepEqual((await readdir(join(place, 'again'))).sort(), ['manifest.json', 'qsr-2024-25-q1.html'])
})

test('a folder with anything else in it is left alone', async () => {
  await mkdir(join(place, 'mine'))
  await writeFile(join(place, 'mine', 'thesis.txt'), 'years of work')
  await assert.rejects(write('mine', ['html']), /holds ‘thesis\.txt’, which no earlier report wrote/)
  assert.deepEqual(await readdir(join(place, 'mine')), ['thesis.txt'])
})

test('a report that cannot be drawn leaves nothing behind, not even a draft', async () => {
  const before = await readdir(place)
  const broken = smallReport({ kind: 'heading', level: 2, id: 'a', text: 'Too deep' })
  await assert.rejects(write('broken', ['html'], broken), /jumps from level 0 to 2/)
  const failing = { folder: join(place, 'broken'), formats: ['html', 'docx'], madeAt }
  const drawNothing = () => {
    throw new Error('no chart')
  }
  await assert.rejects(writeReport(sampleReport(), { ...failing, drawChart: drawNothing }), /no chart/)
  assert.deepEqual(await readdir(place), before)
})
