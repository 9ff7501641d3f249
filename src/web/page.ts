import type { Table } from '#src/domain/report/blocks.ts'
import type { Db } from '../db/database.ts'
import type { Action } from '../domain/access/can.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Typed } from './form.ts'
import type { Link, PeriodLinks } from './layout.ts'
import type { Site } from './site.ts'
import type { Visit } from './visit.ts'

/** `/finance/:kind/:year` gives `{ kind: string; year: string }`. */
export type PathParams<Path extends string> = Path extends `${infer Head}/${infer Rest}`
  ? PathParams<Head> & PathParams<Rest>
  : Path extends `:${infer Name}`
    ? { readonly [key in Name]: string }
    : unknown

/** What a page is asked with. `db` is already inside the authority's transaction. */
export type Asked<Path extends string = string> = {
  readonly db: Db
  readonly actor: Actor
  readonly params: PathParams<Path>
  readonly query: URLSearchParams
  /** The address as it was asked, without the query: `/measures/recycling-rate`. */
  readonly path: string
  /** For pages about the visitor's own session, and for forms. */
  readonly visit: Visit
  readonly site: Site
  /** What was typed into a form of this page that could not be acted upon. */
  readonly typed: Typed
  /** The past day the page is to be shown as at; null for now, and for a page that does not say it can. */
  readonly asAt: string | null
}

type PageOptions<Path extends string, View extends object> = {
  readonly path: Path
  readonly action: Action
  /** Beside the route, named from `src`: `measures/pages/show.njk`. */
  readonly template: string
  /** Stated before the options that take the view: TypeScript learns the view's type from it, reading downwards. */
  readonly view: (asked: Asked<Path>) => View | Promise<View>
  readonly title: string | ((view: View) => string)
  /** The first answers PATH.csv, PATH.json and PATH-metadata.json; the others the same with `?table=NAME`. */
  readonly tables?: (view: View) => readonly Table[]
  /** Between the section's own page and this one; the section and Home are added. */
  readonly breadcrumbs?: (view: View) => readonly Link[]
  readonly periods?: (view: View) => PeriodLinks | null
  /** The page shows what was known on the day it is asked for. */
  readonly asAt?: true
  /** What it shows is given out: nothing exempt from publication is in it, whoever asks. */
  readonly published?: true
}

/** What is known about a view before it is put on a page. */
export type Prepared = {
  readonly view: object
  readonly title: string
  readonly tables: readonly Table[]
  readonly breadcrumbs: readonly Link[]
  readonly periods: PeriodLinks | null
}

export type Page = {
  readonly kind: 'page'
  readonly path: string
  readonly action: Action
  readonly template: string
  readonly hasTables: boolean
  readonly asAt: boolean
  readonly published: boolean
  readonly prepare: (asked: Asked) => Promise<Prepared>
}

/** Declares a page. The view's type stays between `view` and the other options and is forgotten outside. */
export function page<const Path extends string, View extends object>(options: PageOptions<Path, View>): Page {
  const { path, action, template, title, tables, breadcrumbs, periods } = options
  return {
    kind: 'page',
    path,
    action,
    template,
    hasTables: tables !== undefined,
    asAt: options.asAt ?? false,
    published: options.published ?? false,
    prepare: async (asked) => {
      // The router guarantees that the parameters are those of `path`.
      const view = await options.view(asked as Asked<Path>)
      return {
        view,
        title: typeof title === 'string' ? title : title(view),
        tables: tables?.(view) ?? [],
        breadcrumbs: breadcrumbs?.(view) ?? [],
        periods: periods?.(view) ?? null,
      }
    },
  }
}

/** Something other than a page: a file to download, an API answer. */
export type Resource = {
  readonly kind: 'resource'
  readonly path: string
  readonly action: Action
  readonly asAt: boolean
  readonly published: boolean
  /** Reads what is needed and gives back the making of the answer, which needs the database no more. */
  readonly prepare: (asked: Asked) => Promise<() => Answer | Promise<Answer>>
}

export type Answer = {
  readonly type: string
  readonly body: string | Uint8Array
  /** Given, the browser saves it under this name rather than showing it. */
  readonly fileName?: string
}

/** Declares a resource: `gather` reads inside the transaction, `answer` makes the answer after it. */
export function resource<const Path extends string, Facts>(options: {
  readonly path: Path
  readonly action: Action
  readonly asAt?: true
  readonly published?: true
  readonly gather: (asked: Asked<Path>) => Facts | Promise<Facts>
  readonly answer: (facts: Facts) => Answer | Promise<Answer>
}): Resource {
  const { path, action, gather, answer, asAt = false, published = false } = options
  return {
    kind: 'resource',
    path,
    action,
    asAt,
    published,
    prepare: async (asked) => {
      const facts = await gather(asked as Asked<Path>)
      return () => answer(facts)
    },
  }
}

export type Route = Page | Resource

/** An API answer as JSON. */
export function json(value: unknown): Answer {
  return { type: 'application/json; charset=utf-8', body: `${JSON.stringify(value, null, 2)}\n` }
}
