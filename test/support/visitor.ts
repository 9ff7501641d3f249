import type { FastifyInstance } from 'fastify'
import { htmlText } from './html-text.ts'

export type Answer = {
  readonly status: number
  readonly location: string
  readonly body: string
  readonly text: string
  /** The cookie it sets; empty when it sets none. */
  readonly cookie: string
}

type Fields = Readonly<Record<string, string>>

export type SentFile = {
  readonly field?: string
  readonly name: string
  readonly contents: string | Uint8Array
}

export type Visitor = {
  readonly get: (url: string, headers?: Fields) => Promise<Answer>
  readonly post: (url: string, fields: Fields, headers?: Fields) => Promise<Answer>
  /** Opens a page, fills in the form of it that goes to `action` (the page itself unless said) and sends it. */
  readonly send: (url: string, typed: Fields, action?: string) => Promise<Answer>
  /** The same with a file, as a browser sends it: the form's fields first. No file is a field left empty. */
  readonly sendFile: (url: string, typed: Fields, file: SentFile | null, action?: string) => Promise<Answer>
  readonly postFile: (url: string, fields: Fields, file: SentFile | null, headers?: Fields) => Promise<Answer>
  /** What the form carries by itself: its hidden fields and what is chosen already. */
  readonly fields: (url: string, action: string) => Promise<Record<string, string>>
  readonly key: () => string
  readonly setKey: (key: string) => void
}

/** Somebody with a browser that keeps the cookie, as far as forms need it. */
export function browserOf(app: FastifyInstance): Visitor {
  let name = 'goldenthread'
  let key = ''
  const headersWith = (more: Fields): Record<string, string> =>
    key === '' ? { ...more } : { cookie: `other=1; ${name}=${key}`, ...more }
  const take = (answer: Awaited<ReturnType<FastifyInstance['inject']>>): Answer => {
    const cookie = String(answer.headers['set-cookie'] ?? '')
    const [, newName, newKey] = /^([\w-]+)=([^;]*)/.exec(cookie) ?? []
    if (newName !== undefined) [name, key] = [newName, newKey ?? '']
    const location = String(answer.headers.location ?? '')
    return { status: answer.statusCode, location, body: answer.body, text: htmlText(answer.body), cookie }
  }
  const visitor: Visitor = {
    get: async (url, headers = {}) => take(await app.inject({ url, headers: headersWith(headers) })),
    post: async (url, fields, headers = {}) =>
      take(
        await app.inject({
          method: 'POST',
          url,
          payload: new URLSearchParams(fields).toString(),
          headers: headersWith({ 'content-type': 'application/x-www-form-urlencoded', ...headers }),
        }),
      ),
    send: async (url, typed, action = url.split('?', 1)[0] ?? url) =>
      visitor.post(action, { ...(await visitor.fields(url, action)), ...typed }),
    sendFile: async (url, typed, file, action = url.split('?', 1)[0] ?? url) =>
      visitor.postFile(action, { ...(await visitor.fields(url, action)), ...typed }, file),
    postFile: async (url, fields, file, headers = {}) => {
      const { payload, type } = await multipartOf(fields, file)
      const sent = headersWith({ 'content-type': type, ...headers })
      return take(await app.inject({ method: 'POST', url, payload, headers: sent }))
    },
    fields: async (url, action) => {
      const { body } = await visitor.get(url)
      const form = body.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
      const inputs = [...(form.split('</form>')[0] ?? '').matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag)
      const of = (tag: string, attribute: string) =>
        new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&')
      const kept = inputs.filter((tag) => of(tag, 'type') !== 'radio' || /\schecked/.test(tag))
      return Object.fromEntries(
        kept.flatMap((tag) => {
          const field = of(tag, 'name')
          return field === undefined ? [] : [[field, of(tag, 'value') ?? '']]
        }),
      )
    },
    key: () => key,
    setKey: (next) => {
      key = next
    },
  }
  return visitor
}

async function multipartOf(fields: Fields, file: SentFile | null) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    if (name !== (file?.field ?? 'file')) form.append(name, value)
  const { field = 'file', name = '', contents = '' } = file ?? {}
  form.append(field, new Blob([typeof contents === 'string' ? contents : new Uint8Array(contents)]), name)
  const sent = new Response(form)
  return {
    payload: Buffer.from(await sent.arrayBuffer()),
    type: sent.headers.get('content-type') ?? '',
  }
}
