import { Worker } from 'node:worker_threads'
import type { Engine } from '../engine.ts'
import { QueryError } from '../query-error.ts'
import { StartError } from '../start-error.ts'
import { wireEngine } from '../wire/wire-engine.ts'
import type { Reply } from './messages.ts'

/** The database in a thread of its own, because one long query would otherwise stop the whole server. */
export async function startWorkerEngine(folder: string): Promise<Engine> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { folder },
    name: 'database',
  })
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>()
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
    if ('error' in reply) waiter?.reject(new QueryError({ message: reply.error }))
    else waiter?.resolve(reply.answer)
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

  async function ask(question: Uint8Array<ArrayBuffer> | 'close'): Promise<Uint8Array> {
    if (stopped !== undefined) throw stoppedError(stopped)
    lastId += 1
    const id = lastId
    const waiter = Promise.withResolvers<Uint8Array>()
    waiting.set(id, waiter)
    // The thread keeps the process alive only while somebody waits for an answer: all that was acknowledged is on disk.
    worker.ref()
    if (question === 'close') worker.postMessage({ id, close: true })
    else worker.postMessage({ id, question }, [question.buffer])
    return await waiter.promise
  }

  await ready.promise
  worker.unref()
  return wireEngine({
    send: ask,
    async close() {
      try {
        if (stopped === undefined) await ask('close')
      } finally {
        await worker.terminate()
      }
    },
  })
}

// The code is PostgreSQL's for a server going away, so callers need not know which database it was.
function stoppedError(why: string): QueryError {
  return new QueryError({
    message: `The embedded database has stopped: ${why}. Start Golden Thread again.`,
    code: '57P01',
  })
}
