import { fsyncSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Init = NodeFS['init']
interface EmscriptenFiles {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } }
}

const inputOutputError = 29 // EIO, as WebAssembly's system interface numbers it

/**
 * PGlite's files on disk, with an fsync that is real. As shipped, PGlite starts PostgreSQL with fsync off and its file
 * system has no such operation, so a power cut could lose or spoil what was already acknowledged.
 *
 * It leans on an internal of PGlite (`NODEFS.stream_ops`): the version is pinned and a test counts the calls.
 */
class DurableFiles extends NodeFS {
  private readonly sync: (descriptor: number) => void
  private readonly onFailure: (error: unknown) => void

  constructor(folder: string, onFailure: (error: unknown) => void, sync: (descriptor: number) => void) {
    super(folder)
    this.onFailure = onFailure
    this.sync = sync
  }

  override async init(...given: Parameters<Init>): ReturnType<Init> {
    const started = await super.init(...given)
    started.emscriptenOpts.preRun?.push((module: unknown) => {
      const { NODEFS } = module as EmscriptenFiles
      NODEFS.stream_ops.fsync = (stream) => this.flush(stream.nfd)
    })
    return started
  }

  // PGlite swallows exceptions thrown through WebAssembly, so a disk that refuses to flush has to be told twice: to
  // PostgreSQL as an error number, and to whoever must stop acknowledging writes.
  private flush(descriptor: number): number {
    try {
      this.sync(descriptor)
      return 0
    } catch (error) {
      this.onFailure(error)
      return inputOutputError
    }
  }
}

// Only a line that PostgreSQL began itself: what it quotes of people's text is on the same line, further on, or indented.
const lastWords = /^\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] (?:PANIC|FATAL): +(.*)/

// `wal_sync_method` must be fsync: the usual fdatasync is an empty stub here.
const settings = [
  'fsync=on',
  'synchronous_commit=on',
  'wal_sync_method=fsync',
  'shared_buffers=16MB',
  'max_wal_size=128MB',
  'min_wal_size=32MB',
]

/**
 * What PGlite must be started with to keep a folder durably. `onFailure` hears, once, that the database can no longer
 * be trusted to store anything: the disk refused, or PostgreSQL gave up. PGlite itself would go on answering after
 * PostgreSQL's PANIC, in a state where what was not acknowledged can be read back.
 */
export function durable(
  folder: string,
  onFailure: (why: string) => void,
  sync = fsyncSync,
): { fs: DurableFiles; startParams: string[]; onStderr: (line: string) => boolean } {
  return {
    fs: new DurableFiles(
      folder,
      (error) => onFailure(`the disk did not store what was written (${error})`),
      sync,
    ),
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    onStderr(line) {
      const why = lastWords.exec(line)?.[1]
      if (why) onFailure(why)
      return false
    },
  }
}
