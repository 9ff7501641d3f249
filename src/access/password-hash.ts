import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/**
 * What a password costs to try. OWASP's password storage cheat sheet asks at least 19 MiB, 2 passes, 1 lane; this is above
 * it and takes about 100 ms on one core. Raise it as machines grow: each hash carries the parameters it was made
 * with, and is made anew when somebody signs in with older ones.
 */
export const passwordHashing = {
  memoryKib: 47_104,
  passes: 2,
  lanes: 1,
  saltBytes: 16,
  tagBytes: 32,
} as const

type Parameters = { memoryKib: number; passes: number; lanes: number }

const derive = promisify(argon2)

/** The PHC form: $argon2id$v=19$m=…,t=…,p=…$salt$tag. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(passwordHashing.saltBytes)
  const tag = await tagOf(password, salt, passwordHashing, passwordHashing.tagBytes)
  const { memoryKib, passes, lanes } = passwordHashing
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(tag)}`
}

/** Whether it is the password. With no hash the same work is done for nothing, so that the time tells nobody anything. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const kept = hash === null ? null : parsed(hash)
  if (kept === null) {
    await tagOf(password, Buffer.alloc(passwordHashing.saltBytes), passwordHashing, passwordHashing.tagBytes)
    return false
  }
  return timingSafeEqual(await tagOf(password, kept.salt, kept, kept.tag.length), kept.tag)
}

/** Whether a hash was made with other parameters than today's. */
export function isOutdated(hash: string): boolean {
  const kept = parsed(hash)
  return (
    kept === null ||
    kept.memoryKib !== passwordHashing.memoryKib ||
    kept.passes !== passwordHashing.passes ||
    kept.lanes !== passwordHashing.lanes
  )
}

// The same letter can be typed as one sign or as two; people must get in on every keyboard.
const tagOf = (password: string, salt: Buffer, { memoryKib, passes, lanes }: Parameters, bytes: number) =>
  derive('argon2id', {
    message: Buffer.from(password.normalize('NFKC')),
    nonce: salt,
    parallelism: lanes,
    tagLength: bytes,
    memory: memoryKib,
    passes,
  })

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

function parsed(hash: string): (Parameters & { salt: Buffer; tag: Buffer }) | null {
  const [, m, t, p, salt, tag] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash) ?? []
  if (salt === undefined || tag === undefined) return null
  return {
    memoryKib: Number(m),
    passes: Number(t),
    lanes: Number(p),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}
