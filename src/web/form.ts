import type { Db } from '../db/database.ts'
import type { Action } from '../domain/access/can.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Page, PathParams } from './page.ts'
import type { Site } from './site.ts'
import type { Upload, UploadedFile } from './upload.ts'
import type { Visit } from './visit.ts'

/** Something wrong with what was typed: beside which field, and what to do about it. */
export type Problem = { readonly field: string; readonly text: string }

export type Read<Input> =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export type Ran<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly status?: 400 | 409 | 429 }

/**
 * Where to after it is done. With `key` the browser's cookie becomes that, or goes when it is null. With `show` the form's
 * page is drawn at once and given that text, for what may be seen this once and be in no address.
 */
export type Go = { readonly to: string; readonly key?: string | null; readonly show?: string }

/** What a form's work may need besides the actor and what was typed. */
export type Posted<Path extends string = string> = {
  readonly actor: Actor
  readonly params: PathParams<Path>
  readonly query: URLSearchParams
  readonly path: string
  readonly visit: Visit
  readonly site: Site
  /** The network address it came from, and the kind of browser. */
  readonly address: string
  readonly device: string
  /** The file that came with the form, where the form takes one. It is gone when the form is answered. */
  readonly file: UploadedFile | null
}

export type Form = {
  readonly kind: 'form'
  readonly path: string
  readonly action: Action
  readonly repeatable: boolean
  readonly page: Page
  readonly upload: Upload | null
  readonly attempt: (
    db: Db,
    body: URLSearchParams,
    posted: Posted,
    fileProblems: readonly Problem[],
  ) => Promise<
    | { readonly ok: true; readonly go: Go }
    | { readonly ok: false; readonly problems: readonly Problem[]; readonly status: 400 | 409 | 429 }
  >
}

/**
 * Declares what happens when a form is posted. `page` is drawn again, with what was typed, when something is wrong with
 * it; its address has the same names in it as the form's. `run` does the work by one command, so that the posting is
 * marked as done in that command's transaction; `repeatable` is for what may happen twice, such as signing in.
 */
export function form<const Path extends string, Input, Result>(options: {
  readonly path: Path
  readonly action: Action
  readonly page: Page
  readonly repeatable?: boolean
  /** The one file it takes, without which it is not acted upon: `fileOf(posted)` in `run`. */
  readonly upload?: Upload
  readonly read: (body: URLSearchParams, posted: Posted<Path>) => Read<Input>
  readonly run: (db: Db, actor: Actor, input: Input, posted: Posted<Path>) => Promise<Ran<Result>>
  readonly leadsTo: (result: Result, posted: Posted<Path>) => string | Go
}): Form {
  const { path, action, page, repeatable = false, upload = null, read, run, leadsTo } = options
  return {
    kind: 'form',
    path,
    action,
    repeatable,
    page,
    upload,
    attempt: async (db, body, given, fileProblems) => {
      // The router guarantees that the parameters are those of `path`.
      const posted = given as Posted<Path>
      const wanted = read(body, posted)
      if (!wanted.ok || fileProblems.length > 0)
        return { ok: false, problems: [...fileProblems, ...(wanted.ok ? [] : wanted.problems)], status: 400 }
      const ran = await run(db, posted.actor, wanted.input, posted)
      if (!ran.ok) return { ok: false, problems: ran.problems, status: ran.status ?? 400 }
      const next = leadsTo(ran.result, posted)
      return { ok: true, go: typeof next === 'string' ? { to: next } : next }
    },
  }
}

/** The file of a form that takes one. */
export function fileOf({ file, path }: Posted): UploadedFile {
  if (file === null) throw new Error(`The form ${path} takes no file: declare its upload.`)
  return file
}

/** Declares an address that does something and sends the reader on: only what another site must send people to. */
export type Step = {
  readonly kind: 'step'
  readonly path: string
  readonly action: Action
  readonly take: (db: Db, posted: Posted) => Promise<Go>
}

export const step = (options: Omit<Step, 'kind'>): Step => ({ kind: 'step', ...options })

export type Deed = Form | Step

/** What somebody typed into a form that is shown again; nothing when it is shown first. */
export type Typed = {
  /** The address the form was posted to, as a page may have several. */
  readonly path: string | null
  readonly body: URLSearchParams
  readonly problems: readonly Problem[]
  /** What was done and may be seen this once. */
  readonly shown: string | null
}

export const nothingTyped: Typed = { path: null, body: new URLSearchParams(), problems: [], shown: null }
