import { parentPort, workerData } from 'node:worker_threads'
import { startPglite } from '../pglite-wire.ts'
import { durable } from './durable-files.ts'
import type { Reply, Request } from './messages.ts'

const { folder } = workerData as { folder: string }

function send(reply: Reply, handedOver: ArrayBuffer[] = []): void {
  parentPort?.postMessage(reply, handedOver)
}

// Leaves at once: an answer sent after this could not be relied on.
function fail(why: string): never {
  send({ failed: why })
  process.exit(1)
}

// PGlite's errors are told by their message alone: printed, they quote an 18 kB line of minified source.
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const wire = await startPglite(durable(folder, fail)).catch((error: unknown) => fail(messageOf(error)))

parentPort?.on('message', async (request: Request) => {
  try {
    const answer = 'close' in request ? new Uint8Array() : await wire.send(request.question)
    if ('close' in request) await wire.close()
    send({ id: request.id, answer }, answer.buffer instanceof ArrayBuffer ? [answer.buffer] : [])
  } catch (error) {
    send({ id: request.id, error: messageOf(error) })
  }
  if ('close' in request) parentPort?.close()
})

send({ ready: true })
