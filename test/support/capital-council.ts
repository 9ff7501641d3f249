import type { FastifyInstance } from 'fastify'
import { createApp } from '#src/app.ts'
import { capitalView } from '#src/finance/capital/queries.ts'
import { recordCapitalProgramme } from '#src/finance/capital/record-programme.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { recordOrganisation } from '#src/organisation/commands.ts'
import type { Ending } from './database.ts'
import { type SmallCouncil, smallCouncil } from './small-council.ts'
import { organisation } from './small-finance.ts'
import { type Answer, browserOf } from './visitor.ts'

export const programme = '2024-07'

export type CapitalCouncil = SmallCouncil & {
  readonly app: FastifyInstance
  /** What each scheme has in the first year and the second, now. */
  readonly budgets: (how?: { readonly seesExempt: boolean }) => Promise<Record<string, readonly bigint[]>>
  /** Opens a page as that role, fills in its form and sends it. */
  readonly send: (
    role: string,
    url: string,
    typed: Readonly<Record<string, string>>,
    action?: string,
  ) => Promise<Answer>
  readonly get: (role: string, url: string) => Promise<Answer>
}

/** A council with a programme of three schemes over two years, served to whichever role a request names. */
export async function capitalCouncil(test: Ending): Promise<CapitalCouncil> {
  const council = await smallCouncil(test)
  const { db } = council.database
  await recordOrganisation(db, council.keeper, organisation)
  const scheme = (code: string, service: string, title: string, first: bigint, second: bigint) => ({
    code,
    service,
    title,
    source: 'p. 3',
    budget: { '2024-25': first, '2025-26': second },
  })
  await recordCapitalProgramme(db, council.keeper, {
    programme,
    schemes: [
      scheme('capital-1', 'parks', 'Pier', 40_000_000n, 10_000_000n),
      scheme('capital-2', 'parks', 'Bandstand', 5_000_000n, 0n),
      scheme('capital-3', 'adults', 'Secret Purchase', 77_770_000n, 0n),
    ],
    controlTotals: [
      {
        line: 'total',
        quantity: '2024-25',
        title: 'Total programme 2024/25',
        printed: 122_770_000n,
        precision: 100n,
        source: 'p. 3',
      },
    ],
  })
  const app = createApp({
    database: db,
    authority: await authorityOf(db, council.keeper),
    actorFor: ({ headers }) => council.as(headers['x-test-role'] as Parameters<typeof council.as>[0]),
    production: false,
  })
  test.after(() => app.close())
  const as = (role: string) => {
    const browser = browserOf(app)
    const headers = { 'x-test-role': role }
    return {
      get: (url: string) => browser.get(url, headers),
      post: (url: string, fields: Readonly<Record<string, string>>) => browser.post(url, fields, headers),
    }
  }
  return {
    ...council,
    app,
    budgets: (how) =>
      council.reading(async (db) => {
        const { capital } = await capitalView(db, programme)
        return Object.fromEntries(
          capital.services
            .flatMap((service) => service.schemes)
            .map(({ code, budget }) => [code, Object.values(budget)]),
        )
      }, how),
    get: (role, url) => as(role).get(url),
    send: async (role, url, typed, action = url.split('?', 1)[0] ?? url) => {
      const { get, post } = as(role)
      return post(action, { ...hiddenFields((await get(url)).body, action), ...typed })
    },
  }
}

/** What a form carries by itself. */
function hiddenFields(body: string, action: string): Record<string, string> {
  const form = body.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
  const inputs = [
    ...(form.split('</form>')[0] ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g),
  ]
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]))
}
