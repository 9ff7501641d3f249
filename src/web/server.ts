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
import { type Endpoint, serveEndpoints } from './endpoint.ts'
import { answerErrors } from './errors.ts'
import type { Deed } from './form.ts'
import { answerHealth } from './health.ts'
import type { Announcement } from './layout.ts'
import type { Route } from './page.ts'
import { acceptForms, serveDeeds } from './post.ts'
import { createRender } from './render.ts'
import { drawPage, serveRoutes } from './routes.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { plainSite, type Site } from './site.ts'
import { acceptUploads } from './upload.ts'
import { type VisitFor, visitAs } from './visit.ts'

export type ServerOptions = {
  readonly database: Db
  readonly pages: readonly Route[]
  /** What is done when a form is posted. */
  readonly deeds?: readonly Deed[]
  /** Who is asking; or, for tests of pages, who is to be taken as asking. */
  readonly visitFor?: VisitFor
  readonly actorFor?: (request: FastifyRequest) => Actor | Promise<Actor>
  readonly site?: Site
  /** Proxies whose word on the reader's address is taken. */
  readonly trustedProxies?: readonly string[]
  /** What programs with a key can ask for, and of which council. */
  readonly api?: { readonly endpoints: readonly Endpoint[]; readonly authorityId: number }
  readonly brand: Brand
  /** True everywhere but in production: a misspelt name in a template is then an error. */
  readonly strictViews: boolean
  /** The line under the navigation: 'Published figures to June 2024'. */
  readonly noticeFor?: (db: Db, actor: Actor) => Promise<string | null>
  /** What whoever is signed in is told on every page until they put it away. */
  readonly announcementFor?: (db: Db, actor: Actor) => Promise<Announcement | null>
  readonly logger?: FastifyServerOptions['logger']
  /** Searched for templates before src. */
  readonly templateFolders?: readonly string[]
}

export function createServer(options: ServerOptions): FastifyInstance {
  const { database, pages, deeds = [], brand, strictViews, noticeFor = async () => null } = options
  const { announcementFor = async () => null } = options
  const { site = plainSite, trustedProxies = [] } = options
  const server = Fastify({
    logger: options.logger ?? { level: 'error' },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  server.decorateRequest('visit', null)
  const assets = loadAssets(brand)
  const around = { brand, assets, notice: null, announcement: null }
  const render = createRender({ strict: strictViews, folders: options.templateFolders ?? [] })
  addSecurityHeaders(server)
  answerErrors(server, { render, around, addresses: pages.map(({ path }) => path) })
  answerHealth(server, database)
  serveAssets(server, assets)
  const visitFor = options.visitFor ?? visitAs(actorNamed(options), site)
  const serving = { database, visitFor, site, render, around, noticeFor, announcementFor }
  serveRoutes(server, pages, serving)
  if (options.api)
    serveEndpoints(server, options.api.endpoints, { database, site, authorityId: options.api.authorityId })
  acceptForms(server)
  acceptUploads(server)
  serveDeeds(server, deeds, {
    database,
    visitFor,
    site,
    redraw: (request, reply, { page }, visit, typed) =>
      drawPage(request, reply, { page, visit, typed }, serving),
  })
  return server
}

function actorNamed({ actorFor }: ServerOptions): NonNullable<ServerOptions['actorFor']> {
  if (actorFor === undefined)
    throw new Error('A server must know who is asking: give it visitFor or actorFor.')
  return actorFor
}
