import { parentPort, workerData } from 'node:worker_threads'
import type { EngineResult } from '../engine.ts'
import { startPglite } from '../pglite-engine.ts'
import { queryErrorFields } from '../query-error.ts'
import { durable } from './durable-files.ts'
import type { Reply, Request } from './messages.ts'

const { folder } = workerData as { folder: string }

function send(reply: Reply): void {
  parentPort?.postMessage(reply)
}

// Leaves at once: an answer sent after this could not be relied on.
function fail(why: string): void {
  send({ failed: why })
  process.exit(1)
}

const engine = await startPglite(durable(folder, fail)).catch((error: unknown) => {
  fail(queryErrorFields(error).message)
  throw error
})

const nothing: EngineResult = { rows: [], affectedRows: 0, command: '' }

async function answer(request: Request): Promise<EngineResult> {
  if (request.ask === 'query') return engine.query(request.sql, request.parameters)
  if (request.ask === 'exec') await engine.exec(request.sql)
  if (request.ask === 'close') await engine.close()
  return nothing
}

parentPort?.on('message', async (request: Request) => {
  try {
    send({ id: request.id, result: await answer(request) })
  } catch (error) {
    send({ id: request.id, error: queryErrorFields(error) })
  }
  if (request.ask === 'close') parentPort?.close()
})

send({ ready: true })
