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

export type Visitor = {
  readonly get: (url: string, headers?: Fields) => Promise<Answer>
  readonly post: (url: string, fields: Fields, headers?: Fields) => Promise<Answer>
  /** Opens a page, fills in the form of it that goes to `action` (the page itself unless said) and sends it. */
  readonly send: (url: string, typed: Fields, action?: string) => Promise<Answer>
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
