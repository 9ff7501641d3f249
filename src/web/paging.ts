import { addressWith } from './address.ts'

export type Pages = {
  readonly words: string
  readonly items: readonly (
    | { readonly number: number; readonly href: string; readonly current: boolean }
    | { readonly ellipsis: true }
  )[]
  readonly previous: { readonly href: string } | null
  readonly next: { readonly href: string } | null
  /** Where the page's rows begin and end in the whole list: `rows.slice(from, to)`. */
  readonly from: number
  readonly to: number
}

/** One page of a long list, with the rest of the address kept. A page that does not exist is the nearest that does. */
export function pagesOf({
  total,
  size,
  path,
  query,
}: {
  readonly total: number
  readonly size: number
  readonly path: string
  readonly query: URLSearchParams
}): Pages {
  const last = Math.max(1, Math.ceil(total / size))
  const current = Math.min(last, Math.max(1, Math.trunc(Number(query.get('page'))) || 1))
  const href = (page: number) => addressWith(path, query, { page: page === 1 ? null : String(page) })
  const from = (current - 1) * size
  const to = Math.min(total, from + size)
  return {
    from,
    to,
    words: last === 1 ? '' : `Showing ${from + 1} to ${to} of ${total}`,
    items: pageNumbers(current, last).map((number) =>
      number === null ? { ellipsis: true } : { number, href: href(number), current: number === current },
    ),
    previous: current > 1 ? { href: href(current - 1) } : null,
    next: current < last ? { href: href(current + 1) } : null,
  }
}

/** First, last and the neighbours of the current one; null where some are left out. */
function pageNumbers(current: number, last: number): readonly (number | null)[] {
  const shown = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last)
  return [...new Set(shown)].flatMap((page, index, pages) => {
    const before = pages[index - 1] ?? 0
    return page - before > 1 ? [null, page] : [page]
  })
}
