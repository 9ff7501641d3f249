import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { seeing } from '../access/command.ts'
import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { inAuthority } from '../db/transaction.ts'
import type { Action } from '../domain/access/can.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Table } from '../domain/report/blocks.ts'
import { addressWith } from './address.ts'
import { asAtOf, keepAsAt, readAsAt, withWayBack } from './as-at.ts'
import { setKey } from './cookie.ts'
import { pathOf } from './errors.ts'
import { nothingTyped, type Typed } from './form.ts'
import { type Announcement, type Around, type Layout, layoutFor } from './layout.ts'
import type { Asked, Page, Prepared, Resource, Route } from './page.ts'
import { refusal } from './post.ts'
import type { Render } from './render.ts'
import { type Site, todayOf } from './site.ts'
import { csvText, tableJson, tableMetadata } from './table-files.ts'
import { isSecure, type Visit, type VisitFor } from './visit.ts'

export type Serving = {
  readonly database: Db
  readonly visitFor: VisitFor
  readonly site: Site
  readonly render: Render
  readonly around: Around
  readonly noticeFor: (db: Db, actor: Actor) => Promise<string | null>
  readonly announcementFor: (db: Db, actor: Actor) => Promise<Announcement | null>
}

export function serveRoutes(server: FastifyInstance, routes: readonly Route[], serving: Serving): void {
  for (const route of routes) {
    if (route.kind === 'page') servePage(server, route, serving)
    else serveResource(server, route, serving)
  }
}

function servePage(server: FastifyInstance, page: Page, serving: Serving): void {
  server.get(page.path, (request, reply) =>
    permitted(request, reply, page.action, serving, async (visit) =>
      drawPage(request, reply, { page, visit, typed: nothingTyped }, serving),
    ),
  )
  if (page.hasTables) serveTables(server, page, serving)
}

/** Draws a page: what it reads in one transaction, then the drawing. Also for a form that has to be shown again. */
export async function drawPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { page, visit, typed }: { page: Page; visit: Visit; typed: Typed },
  serving: Serving,
): Promise<FastifyReply> {
  const path = pathOf(request)
  const { prepared, notice, announcement } = await reading(
    request,
    visit,
    serving,
    page,
    path,
    async (asked) => ({
      prepared: await page.prepare(asked),
      notice: await serving.noticeFor(asked.db, asked.actor),
      announcement: await serving.announcementFor(asked.db, asked.actor),
    }),
    typed,
  )
  const layout = layoutOf(
    page,
    prepared,
    { path, query: queryOf(request), visit, notice, announcement, typed },
    serving,
  )
  const drawn = serving.render(page.template, prepared.view, layout)
  const html = layout.asAt === null ? drawn : keepAsAt(drawn, layout.asAt.day)
  const key = visit.newKey()
  if (key !== null) setKey(reply, key, isSecure(serving.site))
  return reply.type('text/html; charset=utf-8').send(html)
}

function layoutOf(
  page: Page,
  prepared: Prepared,
  {
    path,
    query,
    visit,
    notice,
    announcement,
    typed,
  }: {
    path: string
    query: URLSearchParams
    visit: Visit
    notice: string | null
    announcement: Announcement | null
    typed: Typed
  },
  { around, site }: Serving,
): Layout {
  const downloads = page.hasTables ? downloadsOf(path, query, prepared.tables) : []
  const failed = typed.problems.length > 0
  const day = dayAsked(page, query, path, site)
  const asAt = day === null ? null : asAtOf(day, path, query, page.asAt)
  return layoutFor({ ...around, notice, announcement }, prepared, { path, visit, downloads, failed, asAt })
}

/** Where a page cannot be shown as at a day, what is asked matters little: it is said where it is a day. */
function dayAsked(page: Pick<Page, 'asAt'>, query: URLSearchParams, path: string, site: Site): string | null {
  try {
    return readAsAt(query, path, todayOf(site))
  } catch (error) {
    if (page.asAt || !(error instanceof NotFound)) throw error
    return null
  }
}

/** The root has no name of its own, so its table files are called index. */
function fileStem(path: string): string {
  return path === '/' ? '/index' : path
}

/** The files of what the page shows: its filters and whatever else it was asked go with them. */
function downloadsOf(path: string, query: URLSearchParams, tables: readonly Table[]): Layout['downloads'] {
  return tables.flatMap(({ name, caption }, index) => {
    const href = (ending: string) =>
      addressWith(`${fileStem(path)}${ending}`, query, { page: null, table: index === 0 ? null : name })
    return [
      { text: `${caption} (CSV)`, href: href('.csv'), type: 'text/csv' },
      { text: `${caption} (JSON)`, href: href('.json'), type: 'application/json' },
    ]
  })
}

function serveTables(server: FastifyInstance, page: Page, serving: Serving): void {
  const stem = fileStem(page.path)
  serve('.csv', (reply, table) =>
    reply.type('text/csv; charset=utf-8; header=present').send(csvText(table, 'exact')),
  )
  serve('.json', (reply, table) => reply.send(tableJson(table)))
  serve('-metadata.json', (reply, table, path, query) => {
    const csv = `${path}.csv`.split('/').at(-1) ?? ''
    const { licence, councilName } = serving.around.brand
    const address = query === '' ? csv : `${csv}?${query}`
    return reply
      .type('application/csvm+json')
      .send(tableMetadata(table, address, { licence: licence.href, publisher: councilName }))
  })

  function serve(
    ending: string,
    send: (reply: FastifyReply, table: Table, path: string, query: string) => FastifyReply,
  ): void {
    server.get(`${stem}${ending}`, (request, reply) =>
      permitted(request, reply, page.action, serving, async (visit) => {
        const file = pathOf(request).slice(0, -ending.length)
        const path = page.path === '/' ? '/' : file
        const [table, query] = await reading(request, visit, serving, page, path, async (asked) => {
          const { tables } = await page.prepare(asked)
          return [chosenTable(tables, asked.query.get('table')), asked.query.toString()] as const
        })
        if (ending === '.csv') reply.header('link', `<${file}-metadata.json>; rel="describedby"`)
        return send(reply, table, file, query)
      }),
    )
  }
}

function chosenTable(tables: readonly Table[], name: string | null): Table {
  const chosen = name === null ? tables[0] : tables.find((table) => table.name === name)
  if (chosen !== undefined) return chosen
  const has = tables.map((table) => table.name).join(', ') || 'none'
  throw new NotFound(`This page has no table called '${name ?? ''}'. Its tables: ${has}.`)
}

function serveResource(server: FastifyInstance, resource: Resource, serving: Serving): void {
  server.get(resource.path, (request, reply) =>
    permitted(request, reply, resource.action, serving, async (visit) => {
      const answer = await reading(request, visit, serving, resource, pathOf(request), resource.prepare)
      const { type, body, fileName } = await answer()
      if (fileName !== undefined) {
        reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      }
      return reply.type(type).send(body)
    }),
  )
}

/** Who is asking, and whether they may, before anything is read. */
async function permitted(
  request: FastifyRequest,
  reply: FastifyReply,
  action: Action,
  { visitFor }: Serving,
  work: (visit: Visit) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const visit = await visitFor(request)
  request.visit = visit
  return refusal(request, reply, { action }, visit) ?? work(visit)
}

/**
 * Everything a route reads is read in one transaction of the actor's authority, after permission is given. Drawing comes
 * after it, for the embedded database has one session and everybody else would wait.
 */
function reading<T>(
  request: FastifyRequest,
  visit: Visit,
  { database, site }: Serving,
  route: Pick<Page, 'asAt' | 'published'>,
  path: string,
  work: (asked: Asked) => Promise<T>,
  typed: Typed = nothingTyped,
): Promise<T> {
  const { actor } = visit
  const query = queryOf(request)
  const params = request.params as Asked['params']
  const asAt = route.asAt ? readAsAt(query, path, todayOf(site)) : null
  const read = inAuthority(
    database,
    actor.authorityId,
    (db) => work({ db, actor, params, query, path, visit, site, typed, asAt }),
    route.published ? { seesExempt: false } : seeing(actor),
  )
  return asAt === null
    ? read
    : read.catch((error: unknown) => Promise.reject(withWayBack(error, path, query)))
}

const queryOf = (request: FastifyRequest): URLSearchParams =>
  new URLSearchParams(request.url.split('?').slice(1).join('?'))
