import type { Terminal } from './command.ts'

/** The real terminal. Progress rewrites one line, and is silent where standard error is not a terminal. */
export function terminal(): Terminal {
  const { stdout, stderr } = process
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has had enough, as `head` has: that is no fault, and there is nobody to tell.
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
  let showing = false
  const clear = () => {
    if (showing) stderr.write('\r\x1b[K')
    showing = false
  }
  return {
    out: (text) => {
      clear()
      stdout.write(`${text}\n`)
    },
    err: (text) => {
      clear()
      stderr.write(`${text}\n`)
    },
    progress: (says) => {
      if (!stderr.isTTY) return
      stderr.write(`\r\x1b[K${says} ...`)
      showing = true
    },
    progressDone: clear,
  }
}
