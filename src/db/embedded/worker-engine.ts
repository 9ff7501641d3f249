import { Worker } from 'node:worker_threads'
import type { Engine, EngineResult } from '../engine.ts'
import { QueryError, type QueryErrorFields } from '../query-error.ts'
import { StartError } from '../start-error.ts'
import type { Reply, Request } from './messages.ts'

type Question = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never

/** The database in a thread of its own, because one long query would otherwise stop the whole server. */
export async function startWorkerEngine(folder: string): Promise<Engine> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { folder },
    name: 'database',
  })
  const waiting = new Map<number, PromiseWithResolvers<EngineResult>>()
  const ready = Promise.withResolvers<void>()
  let lastId = 0
  let stopped: string | undefined

  worker.on('message', (reply: Reply) => {
    if ('ready' in reply) ready.resolve()
    else if ('failed' in reply) stop(reply.failed)
    else settle(reply)
  })
  worker.on('error', (error) => stop(error instanceof Error ? error.message : String(error)))
  worker.on('exit', () => stop('it was closed'))

  function settle(reply: Exclude<Reply, { ready: true } | { failed: string }>): void {
    const waiter = waiting.get(reply.id)
    forget(reply.id)
    if ('error' in reply) waiter?.reject(reply.error)
    else waiter?.resolve(reply.result)
  }

  function stop(why: string): void {
    stopped ??= why
    ready.reject(new StartError(stopped))
    for (const [id, waiter] of waiting) {
      forget(id)
      waiter.reject(stoppedError(stopped))
    }
  }

  function forget(id: number): void {
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
  }

  async function ask(question: Question): Promise<EngineResult> {
    if (stopped !== undefined) throw new QueryError(stoppedError(stopped))
    lastId += 1
    const waiter = Promise.withResolvers<EngineResult>()
    waiting.set(lastId, waiter)
    // The thread keeps the process alive only while somebody waits for an answer: all that was acknowledged is on disk.
    worker.ref()
    worker.postMessage({ id: lastId, ...question })
    try {
      return await waiter.promise
    } catch (fields) {
      // Made here, so that its stack names the code that asked.
      throw new QueryError(fields as QueryErrorFields)
    }
  }

  await ready.promise
  worker.unref()
  return {
    query: (sql, parameters) => ask({ ask: 'query', sql, parameters }),
    exec: async (sql) => void (await ask({ ask: 'exec', sql })),
    close: async () => {
      try {
        if (stopped === undefined) await ask({ ask: 'close' })
      } finally {
        await worker.terminate()
      }
    },
  }
}

// The code is PostgreSQL's for a server going away, so callers need not know which database it was.
function stoppedError(why: string): QueryErrorFields {
  return { message: `The embedded database has stopped: ${why}. Start Golden Thread again.`, code: '57P01' }
}
