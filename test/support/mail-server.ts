import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { Ending } from './database.ts'

export type Received = { readonly to: readonly string[]; readonly from: string; readonly source: string }

/** What the server says at RCPT TO or after the message: null takes it; silence waits for ever and takes it not. */
export type Reply = { readonly at: 'recipient' | 'message'; readonly code: number; readonly says: string }

export type MailServer = {
  readonly url: string
  readonly received: readonly Received[]
  /** How the next messages are met, in turn; after the last everything is taken. */
  readonly meet: (...replies: (Reply | 'silence' | null)[]) => void
  /** Resolves when a whole message has come to a server that keeps silent. */
  readonly silent: Promise<void>
  /** Resolves when a recipient has been refused. */
  readonly refused: Promise<void>
  /** Breaks every connection without a word, as a failing network does. */
  readonly breakOff: () => void
  readonly stop: () => Promise<void>
}

/** A real mail server on this machine, stopped when the test ends. */
export async function mailServer(test: Ending): Promise<MailServer> {
  const received: Received[] = []
  const replies: (Reply | 'silence' | null)[] = []
  const { promise: silent, resolve: fellSilent } = Promise.withResolvers<void>()
  const { promise: refused, resolve: hasRefused } = Promise.withResolvers<void>()
  const refusal = ({ code, says }: Reply) => Object.assign(new Error(says), { responseCode: code })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo: (_address, _session, done) => {
      const [next] = replies
      if (typeof next === 'object' && next?.at === 'recipient') {
        replies.shift()
        done(refusal(next))
        hasRefused()
      } else done()
    },
    onData: (stream, { envelope }, done) => {
      void text(stream).then((source) => {
        const next = replies.shift() ?? null
        if (next === 'silence') return fellSilent()
        if (next !== null) return done(refusal(next))
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        received.push({ to: envelope.rcptTo.map(({ address }) => address), from, source })
        return done()
      })
    },
  })
  // A client that is killed in the middle breaks its connection.
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const sockets = new Set<Socket>()
  listening.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  test.after(stop)
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    meet: (...next) => void replies.push(...next),
    silent,
    refused,
    breakOff: () => {
      for (const socket of sockets) socket.destroy()
    },
    stop,
  }
}
