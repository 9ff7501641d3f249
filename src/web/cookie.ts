import type { FastifyReply, FastifyRequest } from 'fastify'
import { newSecret } from '../access/secret.ts'

/**
 * One cookie: `s.` with a session's key, or `v.` with a key of nobody known, which only binds forms to the browser. The
 * letter spares a look into the database for whoever has not signed in.
 */
const form = /^[sv]\.[\w-]{43}$/

/** Over TLS the browser is told to take it from this very host only, which no neighbouring host can then plant. */
const nameOf = (secure: boolean): string => (secure ? '__Host-goldenthread' : 'goldenthread')

export function readKey({ headers }: FastifyRequest, secure: boolean): string | null {
  const wanted = `${nameOf(secure)}=`
  const found = (headers.cookie ?? '').split(';').map((part) => part.trim())
  const value = found.find((part) => part.startsWith(wanted))?.slice(wanted.length) ?? ''
  return form.test(value) ? value : null
}

export const visitorKey = (): string => `v.${newSecret()}`
export const sessionKey = (secret: string): string => `s.${secret}`
/** The session's own secret, when the key is a session's. */
export const secretOf = (key: string): string | null => (key.startsWith('s.') ? key.slice(2) : null)

/** Without an end of its own: it goes with the browser, and the session ends in the database. */
export function setKey(reply: FastifyReply, key: string | null, secure: boolean): void {
  const rest = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  reply.header('set-cookie', `${nameOf(secure)}=${key ?? ''}; ${rest}${key === null ? '; Max-Age=0' : ''}`)
}
