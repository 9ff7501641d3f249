import type { FastifyInstance } from 'fastify'
import { createApp } from '#src/app.ts'
import type { Database } from '#src/db/database.ts'
import type { Role } from '#src/domain/access/roles.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import type { Ending } from './database.ts'
import { htmlText } from './html-text.ts'
import { seftonActor, seftonDatabase } from './sefton.ts'

export type Answered = {
  readonly status: number
  readonly type: string
  readonly body: string
  /** What a reader sees, tags taken away and spaces made one. */
  readonly text: string
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>
}

export type TestApp = {
  readonly app: FastifyInstance
  readonly database: Database
  /** Asks for an address as somebody of that role. */
  readonly get: (url: string, role?: Role) => Promise<Answered>
}

/**
 * The whole application over the Sefton demonstration, closed when the test ends. `visitor` is the role of whoever asks
 * without saying as whom, as a browser does.
 */
export async function seftonApp(
  test: Ending,
  options: { production?: boolean; visitor?: Role } = {},
): Promise<TestApp> {
  const database = await seftonDatabase(test)
  const authority = await authorityOf(database.db, seftonActor('councillor'))
  const app = createApp({
    database: database.db,
    authority,
    actorFor: ({ headers }) => seftonActor((headers['x-test-role'] ?? options.visitor) as Role),
    production: options.production ?? false,
  })
  test.after(() => app.close())
  const get = async (url: string, role: Role = 'councillor'): Promise<Answered> => {
    const { statusCode, headers, body } = await app.inject({ url, headers: { 'x-test-role': role } })
    const type = String(headers['content-type'] ?? '')
    return {
      status: statusCode,
      type,
      body,
      text: type.startsWith('text/html') ? htmlText(body) : body,
      headers,
    }
  }
  return { app, database, get }
}
