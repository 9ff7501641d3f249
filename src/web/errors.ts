import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProviderRefused } from '../access/provider.ts'
import { NotFound } from '../access/refusals.ts'
import { type ErrorPage, errorPage } from './error-page.ts'
import { type Around, layoutFor } from './layout.ts'
import { nearestAddresses } from './nearest-address.ts'
import type { Render } from './render.ts'
import type { Visit } from './visit.ts'

/** One place turns everything that is thrown into an answer, so that no route has error handling of its own. */
export function answerErrors(
  server: FastifyInstance,
  { render, around, addresses }: { render: Render; around: Around; addresses: readonly string[] },
): void {
  server.setErrorHandler((error, request, reply) => {
    const page = errorPage(error, randomUUID().slice(0, 8))
    // Why a provider's answer was not trusted is for whoever runs the service; not what it said of the person.
    if (error instanceof ProviderRefused && error.cause instanceof Error)
      request.log.warn({ reason: error.cause.message, code: codeOf(error.cause) }, 'sign-in refused')
    // Without the query and the body: they may name people.
    if (page.reference !== null) {
      const { routeOptions, method, visit } = request
      request.log.error(
        { err: error, reference: page.reference, method, route: routeOptions.url, actor: visit?.actor.name },
        page.happened,
      )
    }
    return send(request, reply, page)
  })

  server.setNotFoundHandler((request, reply) => {
    const path = pathOf(request)
    const error = new NotFound(`There is no page at ${path}.`, nearestAddresses(path, addresses))
    return send(request, reply, errorPage(error, ''))
  })

  function send(request: FastifyRequest, reply: FastifyReply, page: ErrorPage): FastifyReply {
    reply.code(page.status)
    if (page.status === 503) reply.header('retry-after', '30')
    const { status, title, happened, todo, suggestions, reference } = page
    if (pathOf(request).startsWith('/api/'))
      return reply
        .type('application/problem+json; charset=utf-8')
        .send({ type: 'about:blank', title, status, detail: `${happened} ${todo}`, suggestions, reference })
    if (wantsJson(request)) return reply.send({ status, title, happened, todo, suggestions, reference })
    const layout = layoutFor(
      { ...around, notice: null, announcement: null },
      { title, breadcrumbs: [], periods: null },
      { path: pathOf(request), visit: request.visit, downloads: [], failed: false, asAt: null },
    )
    return reply.type('text/html; charset=utf-8').send(render('pages/error.njk', page, layout))
  }
}

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined)

export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/'
}

/** Whether a program asks, or a browser for something to save: neither is served by being shown a page to sign in on. */
export const wantsFile = (request: FastifyRequest): boolean =>
  wantsJson(request) || pathOf(request).endsWith('.csv')

function wantsJson(request: FastifyRequest): boolean {
  const path = pathOf(request)
  return path.endsWith('.json') || path.startsWith('/api/') || path === '/readyz'
}

declare module 'fastify' {
  interface FastifyRequest {
    visit: Visit | null
  }
}
