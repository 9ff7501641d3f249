import Fastify, {
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { loadAssets, serveAssets } from './assets.ts'
import type { Brand } from './brand.ts'
import { answerErrors } from './errors.ts'
import { answerHealth } from './health.ts'
import type { Route } from './page.ts'
import { createRender } from './render.ts'
import { serveRoutes } from './routes.ts'
import { addSecurityHeaders } from './security-headers.ts'

export type ServerOptions = {
  readonly database: Db
  readonly pages: readonly Route[]
  readonly actorFor: (request: FastifyRequest) => Actor | Promise<Actor>
  readonly brand: Brand
  /** True everywhere but in production: a misspelt name in a template is then an error. */
  readonly strictViews: boolean
  /** The line under the navigation: 'Published figures to June 2024'. */
  readonly noticeFor?: (db: Db, actor: Actor) => Promise<string | null>
  readonly logger?: FastifyServerOptions['logger']
  /** Searched for templates before src. */
  readonly templateFolders?: readonly string[]
}

export function createServer(options: ServerOptions): FastifyInstance {
  const { database, pages, actorFor, brand, strictViews, noticeFor = async () => null } = options
  const server = Fastify({
    logger: options.logger ?? { level: 'error' },
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  server.decorateRequest('actor', null)
  const assets = loadAssets(brand)
  const around = { brand, assets, notice: null }
  const render = createRender({ strict: strictViews, folders: options.templateFolders ?? [] })
  addSecurityHeaders(server)
  answerErrors(server, { render, around, addresses: pages.map(({ path }) => path) })
  answerHealth(server, database)
  serveAssets(server, assets)
  serveRoutes(server, pages, { database, actorFor, render, around, noticeFor })
  return server
}
