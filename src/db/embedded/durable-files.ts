import { fsyncSync } from 'node:fs'
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
export class DurableFiles extends NodeFS {
  private readonly sync: (descriptor: number) => void
  private readonly onFailure: (error: unknown) => void

  constructor(folder: string, onFailure: (error: unknown) => void, sync = fsyncSync) {
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

/** PostgreSQL's settings for those files. `wal_sync_method` must be fsync: the usual fdatasync is an empty stub here. */
export const durableSettings = [
  'fsync=on',
  'synchronous_commit=on',
  'wal_sync_method=fsync',
  'shared_buffers=16MB',
  'max_wal_size=128MB',
  'min_wal_size=32MB',
]
