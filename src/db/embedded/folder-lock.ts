import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { connect, createServer, type ListenOptions, type Server } from 'node:net'

export interface FolderLock {
  release(): Promise<void>
}

/**
 * Takes a folder for this process alone, or gives undefined when another process has it. PGlite would let both open
 * it, and silently lose data. The lock is a listening socket, which the system closes however the process ends, so
 * there is never a stale one to remove: an abstract socket on Linux, a named pipe on Windows, a port of this machine
 * elsewhere. It does not reach across machines sharing a network disk, nor (on Linux) across containers with networks
 * of their own: give each its own folder, or use PostgreSQL.
 */
export async function lockFolder(
  folder: string,
  platform = process.platform,
): Promise<FolderLock | undefined> {
  const key = folderKey(folder)
  if (platform === 'linux') return await listenOn({ path: `\0golden-thread-${key}` }, key)
  if (platform === 'win32') return await listenOn({ path: `\\\\.\\pipe\\golden-thread-${key}` }, key)
  return await lockByPort(key)
}

// The folder itself, not its name: the same folder is one lock through links, mounts and capital letters.
function folderKey(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true })
  return createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)
}

async function listenOn(where: ListenOptions, key: string): Promise<FolderLock | undefined> {
  const server = createServer((socket) => socket.on('error', () => {}).end(key))
  const listening = Promise.withResolvers<boolean>()
  server.once('listening', () => listening.resolve(true))
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') listening.resolve(false)
    else listening.reject(error)
  })
  server.listen({ ...where, exclusive: true })
  if (!(await listening.promise)) return undefined
  server.unref()
  return { release: () => closed(server) }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

/**
 * A port may belong to some other program, so there are a few to choose from, and whoever takes one asks the others
 * whose they are. Two that start at the same instant may both give way; neither ever opens what the other has.
 */
async function lockByPort(key: string): Promise<FolderLock | undefined> {
  const ports = Array.from(
    { length: 4 },
    (_, i) => 49_152 + (Number.parseInt(key.slice(i * 8, i * 8 + 8), 16) % 16_384),
  )
  for (const port of ports) {
    const lock = await listenOn({ port, host: '127.0.0.1' }, key)
    if (!lock) continue
    const others = await Promise.all(ports.filter((other) => other !== port).map(keyAt))
    if (!others.includes(key)) return lock
    await lock.release()
    return undefined
  }
  return undefined
}

function keyAt(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 })
    let heard = ''
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1')
      if (heard.length > 100) socket.destroy()
    })
    socket.on('timeout', () => socket.destroy())
    socket.on('error', () => resolve(undefined))
    socket.on('close', () => resolve(heard))
  })
}
