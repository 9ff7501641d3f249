import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { openSite, pictureFolder } from '../support/browser.ts'

const site = await openSite({ after })

/** One address of every kind of page; a few kinds look quite different when they have little to say. */
const pages: Readonly<Record<string, string>> = {
  home: '/',
  'home-earlier-quarter': '/?period=2023-24-q4',
  thread: '/thread',
  'thread-priority': '/thread/children-and-young-people',
  'thread-outcome': '/thread/outcome-5',
  breaks: '/thread/breaks',
  plans: '/plans',
  register: '/measures',
  'register-nothing-found': '/measures?q=zzzzz',
  measure: '/measures/sm-20',
  'measure-ranked-worst': '/measures/sm-03',
  'measure-no-figures': '/measures/sm-01',
  scorecard: '/scorecards/corporate',
  'scorecard-sorted': '/scorecards/corporate?sort=status',
  revenue: '/finance/revenue/2024-25/2024-06',
  capital: '/finance/capital/2024-25',
  reports: '/reports',
  report: '/reports/cpor/2024-25-q1',
  methods: '/about/methods',
  accessibility: '/about/accessibility',
  'not-found': '/measures/nothing-of-the-kind',
}
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const widths = { wide: 1280, phone: 390 }

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(({ target }) => `${id} (${help}): ${target.join(' ')}`),
  )
}

/** How far the page goes beyond the window, and what sticks out. What scrolls in a frame of its own is not counted. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement
    const beyond = root.scrollWidth - root.clientWidth
    const outside = [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > root.clientWidth + 1)
      .slice(0, 3)
      .map((each) => `${each.tagName.toLowerCase()}.${each.getAttribute('class') ?? ''}`)
    return { beyond, outside: beyond > 0 ? outside : [] }
  })

for (const [size, width] of Object.entries(widths)) {
  test(`no page breaks a rule of WCAG 2.2 AA that a program can check, ${width} pixels wide`, async (t) => {
    const context = await site.visitor({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    for (const [name, address] of Object.entries(pages)) {
      await t.test(name, async () => {
        await page.goto(address)
        await page.screenshot({ path: `${pictureFolder}${name}-${size}.png`, fullPage: true })
        assert.deepEqual(await violations(page), [])
      })
    }
    await context.close()
  })
}

for (const width of [390, 320]) {
  test(`no page scrolls sideways ${width} pixels wide`, async (t) => {
    const context = await site.visitor({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    for (const [name, address] of Object.entries(pages)) {
      await t.test(name, async () => {
        await page.goto(address)
        assert.deepEqual(await overflow(page), { beyond: 0, outside: [] })
      })
    }
    await context.close()
  })
}

test('no page has a fault in its scripts, its policy or its files, and none asks another site for anything', async () => {
  const context = await site.visitor()
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(site.address)) faults.push(`${page.url()} asked for ${request.url()}`)
  })
  for (const [name, address] of Object.entries(pages)) if (name !== 'not-found') await page.goto(address)
  assert.deepEqual(faults, [])
  await context.close()
})

test('without scripts every page says the same', async () => {
  const [scripted, plain] = await Promise.all([site.visitor(), site.visitor({ javaScriptEnabled: false })])
  const [withScripts, without] = await Promise.all([scripted.newPage(), plain.newPage()])
  const wordsOf = (page: Page) =>
    page
      .locator('main')
      .innerText()
      .then((text) => text.replace(/\s+/g, ' '))
  for (const [name, address] of Object.entries(pages)) {
    await Promise.all([withScripts.goto(address), without.goto(address)])
    assert.equal(await wordsOf(without), await wordsOf(withScripts), name)
  }
  await Promise.all([scripted.close(), plain.close()])
})

test('without scripts the scorecard is filtered and the quarter chosen by links and buttons', async () => {
  const context = await site.visitor({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/scorecards/corporate')
  await page.getByLabel('Status', { exact: false }).first().selectOption({ label: 'Among the worst' })
  await Promise.all([
    page.waitForURL(/status=worst-quarter/),
    page.getByRole('button', { name: 'Apply' }).click(),
  ])
  assert.match(await page.locator('main').innerText(), /8 of 86 measures/)
  await context.close()
})

test('on paper no navigation is printed, and every status keeps its word', async () => {
  const context = await site.visitor()
  const page = await context.newPage()
  await page.goto('/scorecards/corporate')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('navigation').first().isVisible(), false)
  assert.match(await page.locator('main').innerText(), /Among the worst/)
  await page.screenshot({ path: `${pictureFolder}scorecard-print.png`, fullPage: true })
  await context.close()
})

test('text can be twice as large without anything being lost', async () => {
  const context = await site.visitor({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(address)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    const { beyond, outside } = await overflow(page)
    assert.ok(beyond <= 0, `${name} goes ${beyond} px beyond the window: ${outside.join(', ')}`)
  }
  await context.close()
})
