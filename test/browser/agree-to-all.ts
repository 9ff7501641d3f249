import type { Page } from 'playwright-core'
import type { Step } from '#src/domain/cycle/step.ts'

const waiting = '/cycles/2024-25-q1'
const verbs = { confirmation: 'Confirm', 'sign-off': 'Sign off', assurance: 'Assure' } as const

/** Agrees to whatever waits for the reader at a step: the unremarkable together, the others one by one. */
export async function agreeToAll(page: Page, step: Step): Promise<void> {
  await page.goto(`${waiting}/${step}`)
  const all = page.getByRole('button', { name: new RegExp(`^${verbs[step]} all`) })
  if ((await all.count()) > 0) {
    await tickWhatIsChecked(page)
    await all.click()
    await page.waitForURL(/\?done=agreed/)
  }
  const links = page.locator(`main a[href$="step=${step}"]`)
  for (const address of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))) {
    await page.goto(address ?? '')
    await tickWhatIsChecked(page)
    await page.getByRole('button', { name: verbs[step], exact: true }).click()
    await page.waitForURL(/\?done=agreed/)
  }
}

/** An assurance is kept with what was checked; the other steps ask for nothing. */
async function tickWhatIsChecked(page: Page): Promise<void> {
  for (const box of await page.locator('input[name="checked"]').all()) await box.check()
}
