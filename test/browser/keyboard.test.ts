import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openSite } from '../support/browser.ts'
import { tabTo } from './tab-to.ts'

const site = await openSite({ after })

async function follow(page: Page, address: RegExp): Promise<void> {
  await tabTo(page, `link that matches ${address}`, (stop) => address.test(stop.address))
  await Promise.all([page.waitForURL((url) => address.test(url.pathname)), page.keyboard.press('Enter')])
  await page.waitForLoadState('load')
}

test('with the keyboard alone one gets from home to a priority, to a measure, to its table', async () => {
  const context = await site.visitor()
  const page = await context.newPage()
  await page.goto('/')
  await follow(page, /^\/thread\/children-and-young-people$/)
  assert.match((await page.textContent('h1')) ?? '', /Children & Young People/)
  // The first measure of that priority that has figures.
  await follow(page, /^\/measures\/sm-02$/)
  const code = new URL(page.url()).pathname
  // Opens the table beneath the chart, or leads to it further down.
  await tabTo(page, 'table of the figures', ({ words }) => words === 'These figures as a table')
  await page.keyboard.press('Enter')
  const table = page.locator('main table:visible').first()
  assert.ok(await table.locator('caption').textContent({ timeout: 5_000 }))
  await tabTo(page, 'file of the figures', ({ address }) => address.startsWith(`${code}.csv`))
  await context.close()
})

test('the first press of Tab offers to skip to the content, and Enter does', async () => {
  const context = await site.visitor()
  const page = await context.newPage()
  for (const address of ['/', '/scorecards/corporate', '/measures/sm-20']) {
    await page.goto(address)
    await page.keyboard.press('Tab')
    const skip = page.locator(':focus')
    assert.match((await skip.textContent()) ?? '', /Skip to main content/, address)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    assert.ok(
      await page.evaluate(() => document.activeElement?.closest('main') !== null),
      `${address}: the next stop is in main`,
    )
  }
  await context.close()
})

test('whatever has the focus can be seen to have it', async () => {
  const context = await site.visitor()
  const page = await context.newPage()
  for (const address of ['/', '/scorecards/corporate', '/measures', '/measures/sm-20', '/thread']) {
    await page.goto(address)
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Tab')
      const marked = await page.evaluate(() => {
        const focused = document.activeElement
        if (!focused || focused === document.body) return true
        const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(focused)
        const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
        return outlined || boxShadow !== 'none' || backgroundColor === 'rgb(255, 221, 0)'
      })
      assert.ok(
        marked,
        `${address}: ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))}`,
      )
    }
  }
  await context.close()
})

test('no press of Tab is trapped: from the last stop one leaves the page', async () => {
  const context = await site.visitor()
  const page = await context.newPage()
  await page.goto('/finance/revenue')
  const stops: string[] = []
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const focused = document.activeElement
      return !focused || focused === document.body ? '' : focused.outerHTML.slice(0, 200)
    })
    if (stop === '' || stop === stops[0]) break
    stops.push(stop)
  }
  assert.ok(stops.length > 5 && stops.length < 120, `${stops.length} stops`)
  await context.close()
})
