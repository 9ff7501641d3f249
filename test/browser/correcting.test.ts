import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Step, stepOrder } from '#src/domain/cycle/step.ts'
import { openSite } from '../support/browser.ts'
import { agreeToAll } from './agree-to-all.ts'
import { breaksNoRule } from './breaks-no-rule.ts'
import { readAs } from './read-as.ts'

const site = await openSite({ after })
const keeper = 'Performance and Business Intelligence'
const takenBy: Readonly<Record<Step, string>> = {
  confirmation: 'Service or Team Manager',
  'sign-off': 'Assistant Director',
  assurance: keeper,
}

async function lockTheQuarter(): Promise<void> {
  for (const step of stepOrder) {
    const page = await readAs(site, takenBy[step], { javaScriptEnabled: false })
    await agreeToAll(page, step)
    await page.context().close()
  }
  const page = await readAs(site, keeper, { javaScriptEnabled: false })
  await page.goto('/cycles/2024-25-q1/lock')
  await page.getByLabel('Why the quarter is locked without what is missing').fill('Not given in time.')
  await page.getByRole('button', { name: 'Lock 2024/25 Q1' }).click()
  await page.waitForURL(/\?done=locked$/)
  await page.context().close()
}

test('a late correction of a published figure shows before and after, and stands in the restatement ledger', async () => {
  await lockTheQuarter()
  const page = await readAs(site, keeper)
  await page.goto('/measures/sm-51/history')
  await page.getByRole('link', { name: 'Correct 2024/25 Q1' }).click()
  await page.waitForURL(/\/sm-51\/correct\?period=2024-25-q1$/)
  await breaksNoRule(page, 'correct')
  await page.getByLabel('Value (number)').fill('21')
  await page.getByRole('button', { name: 'Check it' }).click()
  await page.getByText('There is a problem').waitFor()
  assert.match(await page.locator('#reason-error').innerText(), /Enter the reason/)
  assert.equal(await page.getByLabel('Value (number)').inputValue(), '21')
  const reason = 'Three cases were counted twice.'
  await page.locator('#reason').fill(reason)
  await page.getByRole('button', { name: 'Check it' }).click()
  await page.getByRole('heading', { name: 'Check before it is kept' }).waitFor()
  const before = page.getByRole('region', { name: /as published$/ })
  const afterwards = page.getByRole('region', { name: 'It would have read' })
  assert.match(await before.innerText(), /\b18\b/)
  assert.match(await afterwards.innerText(), /\b21\b/)
  await breaksNoRule(page, 'correct-check')
  await page.getByRole('button', { name: 'Keep this restatement' }).click()
  await page.waitForURL(/\/sm-51\/history\?/)
  assert.match(
    await page.getByRole('alert').innerText(),
    /The figure is corrected\. It is in the restatement/,
  )
  await page.context().close()

  const councillor = await readAs(site, 'Councillor')
  await councillor.goto('/restatements')
  const entry = councillor.locator('.gt-ledger__entry')
  assert.equal(await entry.count(), 1)
  const words = await entry.innerText()
  assert.match(words, /Percentage of Homelessness Preventions: .*2024\/25 Q1/)
  assert.match(words, /\b18 became 21\b/)
  assert.match(words, /Three cases were counted twice\. Published with 2024\/25 Q1\./)
  await breaksNoRule(councillor, 'restatements')
  await councillor.context().close()
})
