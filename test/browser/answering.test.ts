import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openSite } from '../support/browser.ts'
import { breaksNoRule } from './breaks-no-rule.ts'
import { readAs } from './read-as.ts'
import { tabTo } from './tab-to.ts'

const site = await openSite({ after })

/** An officer of the demonstration, looking at their list. */
const officer = (options?: BrowserContextOptions) => readAs(site, 'Frontline staff', options)

/** Figures of the demonstration that were given and can still be given again. */
const given = (code: string) => `/cycles/2024-25-q1/answers/${code}`

const owed = (page: Page) => page.locator('.gt-title__lead').innerText()

test('an officer gives an answer with a few clicks and a few words, and the next is one click away', async () => {
  const page = await officer()
  await page.getByRole('link', { name: 'My list' }).first().click()
  const before = await owed(page)
  await page.locator('.gt-owed a').first().click()
  await page.getByLabel('How many').fill('52')
  await page.getByLabel('Out of').fill('520')
  await page.getByLabel('What happened, and why?').fill('As planned: the new rota began in May.')
  await page.getByRole('button', { name: 'Give this answer' }).click()
  await page.waitForURL(/\/my\?answered=/)
  const banner = page.getByRole('alert')
  assert.match(await banner.innerText(), /is in, and waits for confirmation.*Next: /s)
  assert.notEqual(await owed(page), before)
  await breaksNoRule(page, 'my-list-answered')
  await banner.getByRole('link').click()
  assert.match(page.url(), /\/answers\//)
  await page.context().close()
})

test('without scripts everything is asked and kept the same, and the keyboard alone is enough', async () => {
  const page = await officer({ javaScriptEnabled: false })
  await page.goto('/my?unit=service:adult-social-care')
  await page.locator('a[href$="sm-29"]').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/answers\/sm-29/)
  assert.match(await page.locator('main').innerText(), /You can enter up to 600 characters/)
  await tabTo(page, 'value', ({ id }) => id === 'value')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('about 12')
  await tabTo(page, 'whatHappened', ({ id }) => id === 'whatHappened')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('More households moved in.')
  await page.keyboard.press('Shift+Tab')
  await page.getByRole('button', { name: 'Give this answer' }).press('Enter')
  await page.getByText('There is a problem').waitFor()
  assert.equal(await page.locator('#value').inputValue(), 'about 12')
  assert.equal(await page.locator('#whatHappened').inputValue(), 'More households moved in.')
  await page.locator('#value').fill('1440')
  await page.getByText('Add evidence').press('Enter')
  await page.locator('#kind1').selectOption('survey')
  await page.locator('#says1').fill('Two in three were content.')
  await page.locator('#source1').fill('Residents’ survey, June 2024')
  await page.getByRole('button', { name: 'Give this answer' }).press('Enter')
  await page.waitForURL(/\/my\?answered=/)
  await page.context().close()
})

for (const [size, width] of [
  ['wide', 1280],
  ['phone', 390],
] as const)
  test(`the list and a page to answer break no rule of WCAG, ${width} pixels wide`, async () => {
    const page = await officer({ viewport: { width, height: 900 } })
    await page.goto('/my')
    await breaksNoRule(page, `my-list-${size}`)
    await page.goto(given('sm-23'))
    await page.getByText('Add evidence').click()
    await page.getByText('The figure cannot be supplied').click()
    await breaksNoRule(page, `answer-${size}`)
    await page.context().close()
  })

test('when two answer at once the second sees both, and nothing of theirs is lost', async () => {
  const [first, second] = await Promise.all([officer(), officer()])
  for (const page of [first, second]) await page.goto(given('sm-37'))
  for (const [page, value, words] of [
    [first, '1630', 'The first to answer.'],
    [second, '1640', 'The second to answer.'],
  ] as const) {
    await page.locator('#value').fill(value)
    await page.getByLabel('What happened, and why?').fill(words)
  }
  await first.getByRole('button', { name: 'Give this answer' }).click()
  await first.waitForURL(/\/my\?answered=/)
  await second.getByRole('button', { name: 'Give this answer' }).click()
  const both = second.getByRole('table', { name: 'Both answers' })
  assert.match(await both.innerText(), /Yours\s+Theirs, given by/)
  assert.match(await both.innerText(), /The second to answer\.\s+The first to answer\./)
  assert.equal(await second.locator('#value').inputValue(), '1640')
  await breaksNoRule(second, 'answer-both')
  await second.getByLabel('Let mine take the place of theirs').check()
  await second.getByRole('button', { name: 'Give this answer' }).click()
  await second.waitForURL(/\/my\?answered=/)
  await Promise.all([first.context().close(), second.context().close()])
})
