import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { startServer, temporaryFolder } from './command-line.ts'

type Ending = { after(end: () => Promise<void> | void): void }

/** Where screenshots are kept for a person to look at. */
export const pictureFolder = fileURLToPath(new URL('../../test-output/pages/', import.meta.url))

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's Chromium: what CHROMIUM_PATH names, or the first of its usual names on the path. */
function chromiumPath(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const found = [
    process.env.CHROMIUM_PATH ?? '',
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
  ].find((file) => file !== '' && existsSync(file) && statSync(file).isFile())
  if (found) return found
  throw new Error(
    'Chromium was not found. Install it (on Debian: apt-get install chromium), or set CHROMIUM_PATH.',
  )
}

export type Opened = {
  readonly address: string
  /** A fresh profile, as of somebody who has never been here. */
  readonly visitor: (options?: Parameters<Browser['newContext']>[0]) => Promise<BrowserContext>
}

/** The real program on a free port with the Sefton demonstration, and a real browser to look at it with. */
export async function openSite(test: Ending): Promise<Opened> {
  mkdirSync(pictureFolder, { recursive: true })
  const folder = temporaryFolder(test)
  const server = await startServer(test, { GOLDENTHREAD_DATA: path.join(folder, 'data') }, ['--with-demo'])
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: flags })
  test.after(async () => {
    await browser.close()
    await server.stop()
  })
  return {
    address: server.address,
    visitor: (options) => browser.newContext({ baseURL: server.address, ...options }),
  }
}
