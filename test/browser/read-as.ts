import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Opened } from '../support/browser.ts'

/** A visitor of the demonstration who reads as somebody, in a fresh profile, on the page of the roles. */
export async function readAs(site: Opened, role: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.visitor(options)
  const page = await context.newPage()
  await page.goto('/about/roles')
  await page.locator('.gt-demo summary').click()
  await page.getByRole('button', { name: role, exact: true }).click()
  await page.waitForLoadState()
  return page
}
