import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Problem } from './form.ts'

/** The one file that a form takes. */
export type Upload = {
  readonly field: string
  readonly mostBytes: number
  /** What is wrong with the kind of file, and what to do; null when it will do. */
  readonly check?: (file: UploadedFile) => Promise<string | null>
}

/** A file as it arrived. It lies where it lies until the form is answered, and no longer. */
export type UploadedFile = {
  readonly path: string
  /** As its sender calls it, without folders. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export type Uploaded = {
  readonly body: URLSearchParams
  readonly file: UploadedFile | null
  readonly problems: readonly Problem[]
}

const folderBegins = 'golden-thread-upload-'
const hourInMilliseconds = 3_600_000
const fieldLimits = { fields: 300, fieldNameSize: 100, fieldSize: 100_000, headerPairs: 20, files: 1 }

export function acceptUploads(server: FastifyInstance): void {
  server.register(multipart, { limits: { ...fieldLimits, parts: fieldLimits.fields + 1 } })
  server.addHook('onReady', forgetAbandoned)
}

/**
 * Takes a form with a file. `look` is given the fields that came before the file, and may refuse, before anything is
 * kept; the file is written to a folder of its own, which is gone when `work` has ended, however it ends.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  upload: Upload,
  look: (body: URLSearchParams) => void,
  work: (uploaded: Uploaded) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), folderBegins))
  try {
    return await work(await taken(request, upload, look, folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function taken(
  request: FastifyRequest,
  upload: Upload,
  look: (body: URLSearchParams) => void,
  folder: string,
): Promise<Uploaded> {
  const body = new URLSearchParams()
  let file: UploadedFile | null = null
  let tooLarge = false
  try {
    const limits = { fileSize: upload.mostBytes }
    for await (const part of request.parts({ limits, throwFileSizeLimit: false } as PartOptions)) {
      if (part.type === 'field') {
        if (part.valueTruncated) throw tooLong(part.fieldname)
        body.append(part.fieldname, String(part.value))
        continue
      }
      look(body)
      if (part.fieldname !== upload.field) part.file.resume()
      else if (part.filename) {
        file = await written(part, path.join(folder, 'file'))
        tooLarge = part.file.truncated
      } else part.file.resume()
    }
  } catch (error) {
    // The parser's own errors carry neither a code, as those of the disk do, nor a status.
    const ofParser =
      error instanceof Error && error.name === 'Error' && !('code' in error || 'statusCode' in error)
    throw ofParser ? notWhole(error) : error
  }
  look(body)
  const problem = tooLarge ? largerThan(upload) : await problemWith(file, upload)
  return problem === null
    ? { body, file, problems: [] }
    : { body, file: null, problems: [{ field: upload.field, text: problem }] }
}

// The options of `parts()` are typed as the parser's own; the plugin's stand beside them.
type PartOptions = Parameters<FastifyRequest['parts']>[0]

async function written(part: MultipartFile, to: string): Promise<UploadedFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const counting = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(part.file, counting, createWriteStream(to, { flags: 'wx', mode: 0o600 }))
  return { path: to, name: plainName(part.filename), bytes, sha256: hash.digest('hex') }
}

/** Some browsers send the whole path; what cannot be printed has no place on a page. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const printable = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '').trim()
  return printable.slice(0, 200) || 'file'
}

async function problemWith(file: UploadedFile | null, { check }: Upload): Promise<string | null> {
  if (file === null) return 'Choose a file'
  if (file.bytes === 0) return 'The file is empty. Choose another, or save it again'
  return check === undefined ? null : check(file)
}

/** '10 MB', as a person reads it. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString('en-GB')} kB`
    : `${Number((bytes / 1_000_000).toFixed(1)).toLocaleString('en-GB')} MB`

const largerThan = ({ mostBytes }: Upload): string =>
  `The file is larger than ${sizeText(mostBytes)}, which is the most that can be sent here`

const wrong = (message: string, statusCode: number, cause?: Error) =>
  Object.assign(new Error(message, { cause }), { statusCode })
const notWhole = (cause: Error) =>
  wrong('The form did not arrive whole. Nothing was stored: send it again', 400, cause)
const tooLong = (field: string) => wrong(`What was entered in ‘${field}’ is too long`, 413)

/** What a server that was killed had begun to receive. */
async function forgetAbandoned(): Promise<void> {
  const folder = tmpdir()
  const abandoned = (await readdir(folder)).filter((name) => name.startsWith(folderBegins))
  for (const name of abandoned) {
    const place = path.join(folder, name)
    const found = await stat(place).catch(() => null)
    if (found !== null && Date.now() - found.mtimeMs > hourInMilliseconds)
      await rm(place, { recursive: true, force: true }).catch(() => {})
  }
}
