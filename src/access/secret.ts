import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, as text for a cookie, a link or a hidden field. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What the database holds of a secret: enough to recognise it, useless to whoever reads the table. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** A second secret that only the holder of the first can be given, such as a form's token from a session's key. */
export const derived = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(purpose).digest('base64url')

/** Takes as long for a wrong guess as for the right one. */
export const sameSecret = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(hashOf(a)), Buffer.from(hashOf(b))]
  return timingSafeEqual(left, right)
}
