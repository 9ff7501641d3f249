/** What the main thread asks of the database's thread: a question in PostgreSQL's wire protocol, or to close. */
export type Request = { id: number; question: Uint8Array<ArrayBuffer> } | { id: number; close: true }

/** What it hears back. `failed` is the end of the thread: nothing more will be acknowledged. */
export type Reply =
  | { ready: true }
  | { failed: string }
  | { id: number; answer: Uint8Array }
  | { id: number; error: string }
