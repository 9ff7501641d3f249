import { createHmac } from 'node:crypto'
import type { Carried, Carrier, Letter } from './carrier.ts'

export type NotifySettings = {
  readonly url: string
  /** As GOV.UK Notify shows it once: name, service and secret with hyphens between. */
  readonly key: string
  /** A template whose subject is ((subject)) and whose message is ((body)). */
  readonly template: string
}

const patienceMs = 30_000
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
export const notifyKeyForm = new RegExp(`^.+-(${uuid})-(${uuid})$`, 'i')

/** E-mail by GOV.UK Notify. It is asked by our reference before a second attempt, so that it sends nothing twice. */
export const notifyCarrier = (settings: NotifySettings): Carrier => ({
  name: 'GOV.UK Notify',
  asksFirst: true,
  carry: (letter) => carry(settings, letter),
})

async function carry(settings: NotifySettings, letter: Letter): Promise<Carried> {
  try {
    const had = letter.attempt === 1 ? null : await alreadyHad(settings, letter.reference)
    if (had !== null) return had
    const { status, body } = await ask(settings, 'POST', '/v2/notifications/email', {
      email_address: letter.to,
      template_id: settings.template,
      personalisation: { subject: letter.subject, body: letter.body },
      reference: letter.reference,
    })
    if (status === 201) return { outcome: 'sent', reference: textIn(body, 'id') }
    return refused(status, body)
  } catch (error) {
    return {
      outcome: 'again',
      detail: `GOV.UK Notify could not be reached: ${reasonOf(error)}`,
      all: true,
    }
  }
}

/** Null when it never had it. An answer that is no list is met as any refusal is. */
async function alreadyHad(settings: NotifySettings, reference: string): Promise<Carried | null> {
  const query = new URLSearchParams({ template_type: 'email', reference })
  const { status, body } = await ask(settings, 'GET', `/v2/notifications?${query}`)
  if (status !== 200) return refused(status, body)
  const { notifications } = Object(body) as { notifications?: unknown }
  const [first] = Array.isArray(notifications) ? notifications : []
  return first === undefined ? null : { outcome: 'sent', reference: textIn(first, 'id') }
}

/** Notify’s documentation asks that programs go by the status and the type of error, and not by its words. */
function refused(status: number, body: unknown): Carried {
  const { errors } = Object(body) as { errors?: unknown }
  const said = (Array.isArray(errors) ? errors : [])
    .map((each) => [textIn(each, 'error'), textIn(each, 'message')].filter(Boolean).join(': '))
    .join('; ')
  const detail = `GOV.UK Notify answered ${status}${said === '' ? '' : `: ${said}`}`
  // 403: the key or this machine's clock; 429: too many in this minute or today; 5xx: its own trouble.
  const later = status === 403 || status === 429 || status >= 500 || status < 400
  return later ? { outcome: 'again', detail, all: true } : { outcome: 'refused', detail }
}

async function ask({ url, key }: NotifySettings, method: 'GET' | 'POST', path: string, sent?: object) {
  const answer = await fetch(new URL(path, url), {
    method,
    headers: { authorization: `Bearer ${notifyToken(key, Date.now())}`, 'content-type': 'application/json' },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  })
  const text = await answer.text()
  return { status: answer.status, body: parsed(text) }
}

/** A JSON Web Token, good for half a minute. */
function notifyToken(key: string, nowMs: number): string {
  const [, service = '', secret = ''] = notifyKeyForm.exec(key) ?? []
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss: service, iat: Math.floor(nowMs / 1000) })}`
  return `${claims}.${createHmac('sha256', secret).update(claims).digest('base64url')}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const textIn = (value: unknown, name: string): string | null => {
  const found = Object(value)[name]
  return typeof found === 'string' ? found : null
}

function reasonOf(error: unknown): string {
  const { cause, message = '' } = Object(error) as { cause?: { code?: string }; message?: string }
  return cause?.code ?? message
}
