import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ApiKey, actorOfKey, countUse, keyOfToken, standingOf, usesAMinute } from '../access/api-keys.ts'
import { Forbidden } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { inAuthority } from '../db/transaction.ts'
import { type Action, can } from '../domain/access/can.ts'
import type { Actor } from '../domain/access/roles.ts'
import { openApi } from './open-api.ts'
import { type Site, todayOf } from './site.ts'

export type Called = {
  readonly actor: Actor
  readonly key: ApiKey
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Uint8Array
  readonly type: 'json' | 'csv'
  readonly idempotencyKey: string | null
  readonly site: Site
}

export type Reply = {
  readonly status: number
  readonly body: object
  readonly headers?: Readonly<Record<string, string>>
}

/** One address of the API: for programs with a key, never for browsers with a cookie. */
export type Endpoint = {
  readonly method: 'GET' | 'POST'
  /** As in the router: '/api/v1/measures/:code'. */
  readonly path: string
  readonly action: Action
  readonly summary: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'path' | 'query' | 'header'
    readonly says: string
  }[]
  readonly takes: readonly ('application/json' | 'text/csv')[]
  readonly answers: Readonly<Record<string, string>>
  readonly run: (db: Db, called: Called) => Promise<Reply>
}

export const largestBody = 5_000_000

export type Serving = {
  readonly database: Db
  readonly authorityId: number
  readonly site: Site
}

/** In a context of its own: what forms and pages take is not taken here, and nobody is looked for by a cookie. */
export function serveEndpoints(
  server: FastifyInstance,
  endpoints: readonly Endpoint[],
  serving: Serving,
): void {
  server.get('/api/openapi.json', (_request, reply) => reply.send(openApi(endpoints)))
  server.register(async (api) => {
    api.removeAllContentTypeParsers()
    api.addContentTypeParser(
      ['application/json', 'text/csv'],
      { parseAs: 'buffer', bodyLimit: largestBody },
      (_request, body, done) => done(null, body),
    )
    for (const endpoint of endpoints)
      api.route({
        method: endpoint.method,
        url: endpoint.path,
        handler: (request, reply) => answer(request, reply, endpoint, serving),
      })
  })
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: Endpoint,
  { database, authorityId, site }: Serving,
): Promise<FastifyReply> {
  const [, token = ''] = /^Bearer (gt_[\w-]{43})$/.exec(request.headers.authorization ?? '') ?? []
  const now = site.now()
  const found = await inAuthority(database, authorityId, async (db) => {
    const key = token === '' ? null : await keyOfToken(db, token)
    const good = key !== null && standingOf(key, todayOf(site)) === 'good'
    return { key, inTime: good ? await countUse(db, authorityId, key.id, now) : true }
  })
  const { key, inTime } = found
  if (key === null)
    return unknown(
      reply,
      'Send a key of this service: Authorization: Bearer gt_… Keys are made on the page /keys.',
    )
  const standing = standingOf(key, todayOf(site))
  if (standing !== 'good') return unknown(reply, `The key ‘${key.label}’ is ${standing}. Ask for another.`)
  if (!inTime) {
    reply.header('retry-after', '60')
    return problem(
      reply,
      429,
      'Too many requests',
      `A key may be used ${usesAMinute} times a minute. Wait a minute.`,
    )
  }
  const actor = actorOfKey(authorityId, key)
  const decision = can(actor, endpoint.action)
  if (!decision.allowed) throw new Forbidden(decision.reason)
  const idempotencyKey = request.headers['idempotency-key']
  const {
    status,
    body,
    headers = {},
  } = await endpoint.run(database, {
    actor,
    key,
    site,
    params: request.params as Called['params'],
    query: new URLSearchParams(request.url.split('?').slice(1).join('?')),
    body: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
    type: request.headers['content-type']?.startsWith('text/csv') ? 'csv' : 'json',
    idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : null,
  })
  return reply
    .code(status)
    .headers(headers)
    .type(status < 400 ? 'application/json; charset=utf-8' : problemType)
    .send(JSON.stringify(body))
}

export const problemType = 'application/problem+json; charset=utf-8'

function unknown(reply: FastifyReply, detail: string): FastifyReply {
  reply.header('www-authenticate', 'Bearer')
  return problem(reply, 401, 'No key', detail)
}

const problem = (reply: FastifyReply, status: number, title: string, detail: string): FastifyReply =>
  reply
    .code(status)
    .type(problemType)
    .send(JSON.stringify({ type: 'about:blank', title, status, detail }))
