import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Ending } from './database.ts'

export type Asked = {
  readonly method: string
  readonly path: string
  readonly authorization: string
  readonly body: Record<string, unknown>
}

/** 'lost': the message is taken and the connection breaks before that is said. */
export type NotifyReply =
  | { readonly status: number; readonly error: string; readonly message: string }
  | 'lost'

export type NotifyServer = {
  readonly url: string
  readonly asked: readonly Asked[]
  /** References of what it took. */
  readonly taken: readonly string[]
  readonly meet: (...replies: NotifyReply[]) => void
}

/** A server that answers as GOV.UK Notify documents it, stopped when the test ends. */
export async function notifyServer(test: Ending): Promise<NotifyServer> {
  const asked: Asked[] = []
  const taken: string[] = []
  const replies: NotifyReply[] = []
  const answerTo = (entry: Asked): { status: number; body: object } | 'lost' => {
    const reference = String(entry.body.reference ?? '')
    if (entry.method === 'GET') {
      const wanted = new URLSearchParams(entry.path.split('?')[1]).get('reference') ?? ''
      const found = taken
        .filter((each) => each === wanted)
        .map((each) => ({ id: `id-of-${each}`, reference: each }))
      return { status: 200, body: { notifications: found, links: {} } }
    }
    const reply = replies.shift()
    if (reply !== undefined && reply !== 'lost') {
      const { status, error, message } = reply
      return { status, body: { status_code: status, errors: [{ error, message }] } }
    }
    taken.push(reference)
    return reply ?? { status: 201, body: { id: `id-of-${reference}`, reference } }
  }
  const server = createServer((request, response) => {
    void entryOf(request).then((entry) => {
      asked.push(entry)
      const answer = answerTo(entry)
      if (answer === 'lost') return response.destroy()
      return response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer.body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  test.after(async () => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, asked, taken, meet: (...next) => void replies.push(...next) }
}

async function entryOf(request: IncomingMessage): Promise<Asked> {
  const body = request.method === 'POST' ? ((await json(request)) as Record<string, unknown>) : {}
  const { method = '', url: path = '' } = request
  return { method, path, authorization: request.headers.authorization ?? '', body }
}
