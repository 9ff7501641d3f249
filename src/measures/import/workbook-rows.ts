import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { megabytes, type ReadLimits } from './limits.ts'
import type { RowBatch } from './rows-of.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { WorkbookAnswer } from './workbook-worker.ts'

/** The rows of every sheet of an XLSX or ODS file, read in a thread with limits on memory and time. */
export async function* workbookRows(path: string, limits: ReadLimits): AsyncGenerator<RowBatch> {
  const { size } = await stat(path)
  if (size > limits.workbookBytes)
    throw new UnreadableFile(
      `The spreadsheet is larger than ${megabytes(limits.workbookBytes)}. Save the sheet of figures as .csv and import that: a CSV may be of any length.`,
    )
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: { path, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes },
    // What a damaged file makes the reader print is no business of the terminal's.
    stdout: true,
    stderr: true,
  })
  try {
    for (;;) {
      const answer = await nextAnswer(worker, limits)
      if ('unreadable' in answer) throw new UnreadableFile(answer.unreadable)
      const { rows, share, done } = answer
      if (rows.length > 0 || done) yield { rows, share, says: [], semicolons: false }
      if (done) return
    }
  } finally {
    await worker.terminate()
  }
}

function nextAnswer(worker: Worker, limits: ReadLimits): Promise<WorkbookAnswer> {
  return new Promise((resolve, reject) => {
    const give = <T>(settle: (value: T) => void, value: T) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      settle(value)
    }
    const tooMuch = 'Save the sheet of figures as .csv and import that: a CSV may be of any length.'
    const timer = setTimeout(
      () =>
        give(
          reject,
          new UnreadableFile(
            `The spreadsheet took longer than ${limits.workerSeconds} seconds to read. ${tooMuch}`,
          ),
        ),
      limits.workerSeconds * 1_000,
    )
    worker.once('message', (answer: WorkbookAnswer) => give(resolve, answer))
    worker.once('error', (error: NodeJS.ErrnoException) =>
      give(
        reject,
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new UnreadableFile(`The spreadsheet needs more memory to read than it may have. ${tooMuch}`)
          : error,
      ),
    )
    worker.once('exit', () =>
      give(reject, new UnreadableFile(`The spreadsheet could not be read. ${tooMuch}`)),
    )
    worker.postMessage('next')
  })
}
