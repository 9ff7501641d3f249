import type { FastifyRequest } from 'fastify'

const loopback = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/
const localName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/**
 * Whether somebody on this very machine asks. A proxy on it speaks for the whole world, and a page elsewhere can
 * give its own name this machine's address: so nothing may have been forwarded and the name asked for is this machine's.
 */
export const isLocal = ({ socket, headers }: FastifyRequest): boolean =>
  loopback.test(socket.remoteAddress ?? '') &&
  localName.test(headers.host ?? '') &&
  forwarding.every((name) => headers[name] === undefined)

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || loopback.test(host)
