import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Knows, through every await, that the code running now is inside a transaction. On the embedded database, which has a
 * single session, asking for a second one there would wait for ever; on PostgreSQL the same code would work until the
 * pool ran dry, and would see other rows. So it is an error on both.
 */
const current = new AsyncLocalStorage<{ open: boolean }>()

export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark = { open: true }
  try {
    return await current.run(mark, work)
  } finally {
    mark.open = false
  }
}

export function refuseInsideTransaction(what: string): void {
  if (current.getStore()?.open) {
    throw new Error(`${what} inside a transaction: use the db that the transaction was given.`)
  }
}
