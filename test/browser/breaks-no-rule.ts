import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { pictureFolder } from '../support/browser.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The page breaks no rule of WCAG that a program can tell and does not scroll sideways. A picture of it is kept. */
export async function breaksNoRule(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.target.join(' ')}`),
    [],
  )
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  assert.equal(beyond, 0, `${name} scrolls sideways`)
  await page.screenshot({ path: `${pictureFolder}${name}.png`, fullPage: true })
}
