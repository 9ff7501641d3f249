import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from '../support/browser.ts'
import { agreeToAll } from './agree-to-all.ts'
import { breaksNoRule } from './breaks-no-rule.ts'
import { readAs } from './read-as.ts'
import { enter, tabTo } from './tab-to.ts'

const site = await openSite({ after })
const cycle = '/cycles/2024-25-q1'
const manager = 'Service or Team Manager'
const reason = 'June is missing from the count. Please add it.'

test('with the keyboard alone a manager sends an answer back with a reason, and the officer sees it first', async () => {
  const page = await readAs(site, manager)
  await page.goto(`${cycle}/confirmation`)
  await tabTo(page, 'answer of Communities', ({ address }) => /review\/sm-37\?/.test(address))
  await enter(page, /\/review\/sm-37/)
  const title = await page.locator('h1').innerText()
  await tabTo(page, 'button to send it back', ({ words }) => words === 'Send it back')
  await enter(page, /\/confirmations\/sm-37$/)
  const summary = page.locator('.govuk-error-summary')
  assert.match(await summary.innerText(), /There is a problem\s+Say what is to be put right/)
  assert.match(await page.locator('#reason-error').innerText(), /Say what is to be put right/)
  await breaksNoRule(page, 'send-back-refused')
  await tabTo(page, 'link to the field', ({ address }) => address === '#reason')
  await page.keyboard.press('Enter')
  await page.locator('#reason:focus').waitFor()
  await page.keyboard.type(reason)
  await tabTo(page, 'button to send it back', ({ words }) => words === 'Send it back')
  await enter(page, /confirmation\?done=sent-back$/)
  assert.match(await page.getByRole('alert').innerText(), /It is sent back/)
  await breaksNoRule(page, 'sent-back')
  await page.context().close()

  const officer = await readAs(site, 'Frontline staff')
  await officer.goto('/my?unit=service:communities')
  const first = officer.locator('.gt-owed__item').first()
  assert.match(await first.innerText(), /^sent back/i)
  assert.ok((await first.innerText()).includes(title))
  assert.ok((await first.innerText()).includes(`‘${reason}’`))
  await breaksNoRule(officer, 'my-list-sent-back')
  await officer.context().close()
})

test('without scripts an assistant director signs off more than twenty unremarkable answers at once', async () => {
  const confirming = await readAs(site, manager, { javaScriptEnabled: false })
  await agreeToAll(confirming, 'confirmation')
  await confirming.context().close()

  const page = await readAs(site, 'Assistant Director', { javaScriptEnabled: false })
  await page.goto(`${cycle}/sign-off`)
  const all = page.getByRole('button', { name: /^Sign off all \d+ unremarkable$/ })
  const count = Number((await all.innerText()).match(/\d+/)?.[0])
  assert.ok(count > 20, `${count} unremarkable answers`)
  await all.click()
  await page.waitForURL(/sign-off\?done=agreed/)
  assert.equal(await page.getByText(`${count} figures are signed off.`).count(), 1)
  assert.doesNotMatch(await page.locator('main').innerText(), /Nothing remarkable/)
  await agreeToAll(page, 'sign-off')
  await page.context().close()
})

test('without scripts Business Intelligence assures and locks, with the reason for what is missing', async () => {
  const page = await readAs(site, 'Performance and Business Intelligence', { javaScriptEnabled: false })
  await page.goto(`${cycle}/assurance`)
  await page.getByRole('button', { name: /^Assure all/ }).click()
  await page.getByText('There is a problem').waitFor()
  assert.match(await page.locator('#checked-error').innerText(), /Tick what you have checked/)
  await agreeToAll(page, 'assurance')
  await page.goto(`${cycle}/lock`)
  const lock = page.getByRole('button', { name: 'Lock 2024/25 Q1' })
  await lock.click()
  assert.match(await page.locator('#gapsReason-error').innerText(), /Say why the quarter is locked/)
  const why = 'The services move to a new system in July.'
  await page.getByLabel('Why the quarter is locked without what is missing').fill(why)
  await lock.click()
  await page.waitForURL(/\?done=locked$/)
  const words = await page.locator('main').innerText()
  assert.match(words, /Locked by /)
  assert.ok(words.includes(`Why figures are missing: ${why}`))
  await page.context().close()

  const councillor = await readAs(site, 'Councillor')
  await councillor.goto(cycle)
  assert.match(await councillor.locator('main').innerText(), /Locked by /)
  await breaksNoRule(councillor, 'board-locked')
  await councillor.context().close()
})
