import { deeds, pages } from '#src/app.ts'
import type { Role } from '#src/domain/access/roles.ts'
import type { Answered, TestApp } from './app.ts'
import { linksOf } from './html-text.ts'

/** By address: what it answered, and which page led there. */
export type Reached = Map<string, Answered & { readonly from: string }>

/**
 * Follows links from the home page, as somebody of that role, breadth first, to every address there is. Links that ask something (a period, a
 * sort order) are many times many: each question is followed once for each kind of page, and of the kinds with a great
 * many only some. So are the forms that every thing has: some of each are enough.
 */
export async function crawl({ get }: TestApp, role: Role): Promise<Reached> {
  const reached = new Map<string, Answered & { from: string }>()
  const asked = new Set<string>()
  const forms = new Map<string, number>()
  const queue = [{ address: '/', from: '' }]
  for (const { address, from } of queue) {
    if (reached.has(address) || alike(address, asked) || oneMoreForm(address, forms)) continue
    const answered = await get(address, role)
    reached.set(address, { ...answered, from })
    queue.push(...linksFrom(address, answered))
  }
  return reached
}

/** One address of every route that can be reached, by the route: '/measures/:code' has '/measures/sm-01'. */
export async function sampleAddresses(
  { get }: TestApp,
  role: Role,
  from = '/',
): Promise<ReadonlyMap<string, string>> {
  const samples = new Map<string, string>()
  const seen = new Set<string>()
  const queue = [from]
  for (const address of queue) {
    const path = pathOf(address)
    const route = routeOf(path)
    if (route === null || seen.has(path) || samples.has(route)) continue
    seen.add(path)
    const answered = await get(address, role)
    if (answered.status === 200) samples.set(route, path)
    queue.push(...linksFrom(address, answered).map((link) => link.address))
  }
  return samples
}

/** Reached by a link that somebody is sent, by one in a list that is empty until somebody fills it, or from a form. */
export const reachedOtherwise: readonly string[] = [
  '/set-password/:token',
  '/people/:id',
  '/messages/:id',
  '/import/:id',
  '/finance/import/:id',
  '/my/upload/:id',
  '/cycles/:quarter/answers/:measure',
  '/calendar/own/:token',
  '/cycles/new/check',
]

/** Which route answers a path: one written out before one with a name in it, as the router chooses. */
export function routeOf(path: string): string | null {
  const named = pages.map((page) => page.path).toSorted((a, b) => a.split(':').length - b.split(':').length)
  return named.find((route) => new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(path)) ?? null
}

const pathOf = (address: string): string => address.split('?', 1)[0] ?? '/'

function linksFrom(address: string, { type, body }: Answered): { address: string; from: string }[] {
  if (!type.startsWith('text/html')) return []
  return linksOf(body).map((href) => ({
    address: href.startsWith('?') ? pathOf(address) + href : href,
    from: address,
  }))
}

const questionsOfAKind = 40
const formsOfAKind = 5
const formRoutes = new Set(deeds.map(({ path }) => path).filter((path) => path.includes(':')))

function oneMoreForm(address: string, seen: Map<string, number>): boolean {
  const route = routeOf(pathOf(address))
  if (route === null || !formRoutes.has(route)) return false
  const count = (seen.get(route) ?? 0) + 1
  seen.set(route, count)
  return count > formsOfAKind
}

function alike(address: string, asked: Set<string>): boolean {
  const [path = '', query] = address.split('?')
  if (query === undefined) return false
  const names = [...new URLSearchParams(query)].map(([name, value]) =>
    name === 'table' ? name : `${name}=${value}`,
  )
  const question = `${routeOf(path) ?? path.replace(/.*\./, '.')}?${names.sort().join('&')}`
  if (asked.has(question)) return true
  asked.add(question)
  const kind = question.split('?', 1)[0] ?? ''
  return [...asked].filter((each) => each.startsWith(`${kind}?`)).length > questionsOfAKind
}
