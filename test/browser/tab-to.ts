import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

export type Stop = { readonly id: string; readonly address: string; readonly words: string }

/** Goes on with Tab, as somebody without a mouse must, until a stop is reached that is the right one. */
export async function tabTo(page: Page, what: string, isRight: (stop: Stop) => boolean): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => ({
      id: document.activeElement?.id ?? '',
      address: document.activeElement?.getAttribute('href') ?? '',
      words: document.activeElement?.textContent?.trim() ?? '',
    }))
    if (isRight(stop)) return
  }
  assert.fail(`200 presses of Tab on ${page.url()} lead to no ${what}`)
}

/** Presses Enter where Tab has come to, and waits for the page it leads to. */
export async function enter(page: Page, leadsTo: RegExp): Promise<void> {
  await Promise.all([page.waitForURL(leadsTo), page.keyboard.press('Enter')])
  await page.waitForLoadState('load')
}
