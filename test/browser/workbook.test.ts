import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import type { CellValue } from 'hucre'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { openSite } from '../support/browser.ts'
import { breaksNoRule } from './breaks-no-rule.ts'
import { readAs } from './read-as.ts'

const site = await openSite({ after })

/** The workbook as somebody saves it who has filled in these cells and left the others alone. */
async function filledIn(
  rows: readonly (readonly CellValue[])[],
  answers: Readonly<Record<string, Readonly<Record<string, CellValue>>>>,
): Promise<Buffer> {
  const [header = [], ...requests] = rows.map((row) => [...row])
  for (const [code, cells] of Object.entries(answers)) {
    const row = requests.find((each) => each[header.indexOf('Code')] === code)
    assert.ok(row, `the workbook asks for ${code}`)
    for (const [label, value] of Object.entries(cells)) {
      assert.ok(header.includes(label), label)
      row[header.indexOf(label)] = value
    }
  }
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Answers', rows: [header, ...requests] }] }))
}

test('an officer fetches the workbook, fills it in, looks at what would be stored, and stores it', async () => {
  const page = await readAs(site, 'Frontline staff')
  await page.goto('/my?unit=service:corporate-resources')
  await page.getByRole('link', { name: 'by spreadsheet', exact: true }).click()
  await page.waitForURL(/\/my\/upload$/)
  await breaksNoRule(page, 'workbook-fetch')
  const fetching = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Workbook (Excel and LibreOffice)' }).click()
  const fetched = await fetching
  assert.equal(fetched.suggestedFilename(), 'answers-2024-25-q1.xlsx')
  const { sheets } = await readXlsx(new Uint8Array(await readFile(await fetched.path())))
  const rows = sheets[0]?.rows ?? []
  const preventions = rows.find((row) => row[1] === 'sm-51') ?? []
  assert.ok(preventions.includes('18 (2024/25 Q1)'), 'the last figure is in the unit of its series')
  const send = async (answers: Parameters<typeof filledIn>[1]) => {
    await page.goto('/my/upload')
    await page.getByLabel('The file you filled in').setInputFiles({
      name: 'answers.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await filledIn(rows, answers),
    })
    await page.getByRole('button', { name: 'Look at it first' }).click()
    await page.waitForURL(/\/my\/upload\/[\w-]{22}$/)
  }

  const happened = 'What happened and why'
  await send({ 'sm-57': { Value: 'about 4', [happened]: 'Two were appointed in May.' } })
  const wrong = page.getByRole('table', { name: 'What is wrong' })
  assert.match(await wrong.innerText(), /Value\s+about 4\s+.*is not a number/)
  assert.equal(await page.getByRole('button', { name: /^Store/ }).count(), 0)
  await breaksNoRule(page, 'workbook-wrong')

  await send({
    'sm-57': { Value: 4.2, [happened]: 'Two were appointed in May.' },
    'sm-58': { 'Cannot be supplied because': 'Staff are asked from July.' },
  })
  const would = page.getByRole('table', { name: 'What would be answered' })
  assert.match(await would.innerText(), /4\.2\. Two were appointed in May\./)
  assert.match(await would.innerText(), /Staff are asked from July\./)
  await breaksNoRule(page, 'workbook-look')
  await page.getByRole('button', { name: 'Store 2 answers' }).click()
  await page.waitForURL(/\/my\/upload\?done=stored$/)
  assert.match(await page.getByRole('alert').innerText(), /Your answers are stored, and wait to be confirmed/)
  await breaksNoRule(page, 'workbook-stored')

  await page.goto('/my?unit=service:corporate-resources')
  const done = page.locator('.gt-owed--done')
  for (const [code, figure] of [
    ['sm-57', /4\.2%/],
    ['sm-58', /Cannot be supplied/i],
  ] as const) {
    const item = done.locator('.gt-owed__item', { has: page.locator(`a[href$="/${code}"]`) })
    assert.match(await item.innerText(), figure)
    assert.match(await item.innerText(), /Given; waits for confirmation/i)
  }
  await breaksNoRule(page, 'my-list-workbook')
  await page.context().close()
})
