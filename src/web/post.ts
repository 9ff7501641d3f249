import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Forbidden } from '../access/refusals.ts'
import { hashOf, sameSecret } from '../access/secret.ts'
import { AlreadyDone, rememberWhere } from '../access/submissions.ts'
import type { Db } from '../db/database.ts'
import { can } from '../domain/access/can.ts'
import { sessionKey, setKey } from './cookie.ts'
import { deviceOf } from './device.ts'
import { FormNotOurs } from './error-page.ts'
import { pathOf, wantsFile } from './errors.ts'
import { type Deed, type Form, type Go, nothingTyped, type Posted, type Step, type Typed } from './form.ts'
import type { Asked } from './page.ts'
import type { Site } from './site.ts'
import { type Uploaded, withUpload } from './upload.ts'
import { isSecure, tokenOf, type Visit, type VisitFor } from './visit.ts'

export type Posting = {
  readonly database: Db
  readonly visitFor: VisitFor
  readonly site: Site
  /** Draws a form's page again with what was typed. */
  readonly redraw: (
    request: FastifyRequest,
    reply: FastifyReply,
    form: Form,
    visit: Visit,
    typed: Typed,
  ) => Promise<FastifyReply>
}

const largestForm = 1024 * 1024

/** Forms come as browsers send them, by the platform's own parser. */
export function acceptForms(server: FastifyInstance): void {
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: largestForm },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  )
}

export function serveDeeds(server: FastifyInstance, deeds: readonly Deed[], posting: Posting): void {
  for (const deed of deeds) {
    if (deed.kind === 'form') server.post(deed.path, (request, reply) => post(request, reply, deed, posting))
    else server.get(deed.path, (request, reply) => walk(request, reply, deed, posting))
  }
}

async function post(request: FastifyRequest, reply: FastifyReply, form: Form, posting: Posting) {
  const visit = await posting.visitFor(request)
  request.visit = visit
  const { upload } = form
  const attempt = (uploaded: Uploaded) => attemptOf(request, { form, visit, uploaded }, posting)
  if (upload !== null && request.isMultipart()) {
    // Whoever may not is refused before a file of theirs is taken in.
    const refused = refusal(request, reply, form, visit)
    if (refused !== null) return refused
    const look = (body: URLSearchParams) => refuseForeign(request, body, visit)
    return answerTo(
      await withUpload(request, upload, look, attempt),
      request,
      reply,
      { form, visit },
      posting,
    )
  }
  const body = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
  refuseForeign(request, body, visit)
  const refused = refusal(request, reply, form, visit)
  if (refused !== null) return refused
  const problems = upload === null ? [] : [{ field: upload.field, text: 'Choose a file' }]
  const attempted = await attempt({ body, file: null, problems })
  return answerTo(attempted, request, reply, { form, visit }, posting)
}

type Attempted = Awaited<ReturnType<Form['attempt']>> & { readonly body: URLSearchParams }

async function attemptOf(
  request: FastifyRequest,
  { form, visit, uploaded }: { form: Form; visit: Visit; uploaded: Uploaded },
  { database, site }: Posting,
): Promise<Attempted> {
  const { body, file, problems } = uploaded
  const submission = hashOf(`${visit.key()} ${pathOf(request)} ${body.get('once') ?? ''}`)
  const actor = form.repeatable ? visit.actor : { ...visit.actor, submission }
  try {
    const posted = { ...postedOf(request, visit, site, actor), file }
    const attempted = await form.attempt(database, body, posted, problems)
    if (attempted.ok && !form.repeatable) await rememberWhere(database, actor, attempted.go.to)
    return { ...attempted, body }
  } catch (error) {
    if (!(error instanceof AlreadyDone)) throw error
    return { ok: true, go: { to: error.ledTo ?? addressOf(form, request) }, body }
  }
}

async function answerTo(
  attempted: Attempted,
  request: FastifyRequest,
  reply: FastifyReply,
  { form, visit }: { form: Form; visit: Visit },
  { redraw, site }: Posting,
) {
  if (!attempted.ok) {
    reply.code(attempted.status)
    const { body, problems } = attempted
    return redraw(request, reply, form, visit, { path: pathOf(request), body, problems, shown: null })
  }
  const { show } = attempted.go
  if (show !== undefined) return redraw(request, reply, form, visit, { ...nothingTyped, shown: show })
  return go(reply, attempted.go, site)
}

async function walk(request: FastifyRequest, reply: FastifyReply, step: Step, posting: Posting) {
  const visit = await posting.visitFor(request)
  request.visit = visit
  const refused = refusal(request, reply, step, visit)
  if (refused !== null) return refused
  const { site, database } = posting
  const next = await step.take(database, postedOf(request, visit, site, visit.actor))
  return go(reply, next, site, visit)
}

/**
 * A form must show that a page of ours gave it to this browser (a token only the holder of the cookie's key can be given),
 * and where the browser says whence it comes, that must be here.
 */
function refuseForeign({ headers }: FastifyRequest, body: URLSearchParams, visit: Visit): void {
  const from = headers['sec-fetch-site'] ?? 'same-origin'
  const ours = from === 'same-origin' || from === 'none'
  const token = body.get('token') ?? ''
  if (!ours || body.get('once') === null || !sameSecret(token, tokenOf(visit))) throw new FormNotOurs()
}

/** Null when it may be done; an answer that sends to sign-in when that might help; otherwise a refusal is thrown. */
export function refusal(
  request: FastifyRequest,
  reply: FastifyReply,
  { action }: Pick<Deed, 'action'>,
  visit: Visit,
): FastifyReply | null {
  const decision = can(visit.actor, action)
  if (decision.allowed) return null
  if (visit.known || wantsFile(request)) throw new Forbidden(decision.reason)
  const back = request.method === 'GET' ? `?back=${encodeURIComponent(request.url)}` : ''
  return reply.redirect(`/sign-in${back}`, 303)
}

function go(reply: FastifyReply, { to, key }: Go, site: Site, visit?: Visit): FastifyReply {
  const cookie = key === undefined ? (visit?.newKey() ?? undefined) : key === null ? null : sessionKey(key)
  if (cookie !== undefined) setKey(reply, cookie, isSecure(site))
  return reply.redirect(to, 303)
}

/** The form's own page, with the names in its address filled in. */
const addressOf = ({ page }: Form, { params }: FastifyRequest): string =>
  page.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(Object(params)[name] ?? '')))

function postedOf(request: FastifyRequest, visit: Visit, site: Site, actor: Posted['actor']): Posted {
  return {
    actor,
    visit,
    site,
    params: request.params as Asked['params'],
    query: new URLSearchParams(request.url.split('?').slice(1).join('?')),
    path: pathOf(request),
    address: request.ip,
    device: deviceOf(request.headers['user-agent'] ?? ''),
    file: null,
  }
}
