import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { quarterLinks } from '../../organisation/quarter-links.ts'
import { reportingQuarter } from '../../organisation/queries.ts'
import { type Asked, page } from '../../web/page.ts'
import { type CouncilPicture, councilPicture } from '../picture/picture-facts.ts'
import { pictureView } from '../picture/picture-view.ts'
import { scopeNamed } from '../picture/scope-named.ts'
import { type Scope, type ScopeKind, scopeAddress, scopeKinds } from '../picture/scopes.ts'
import { wholeView } from '../picture/whole-view.ts'

const whole = { text: 'The whole picture', href: '/whole-picture' }

export const wholePicturePage = page({
  path: '/whole-picture',
  action: 'home.view',
  template: 'reports/pages/whole-picture.njk',
  asAt: true,
  view: async (asked) => {
    const { quarter, periods } = await askedQuarter(asked)
    return wholeView(await councilPicture(asked.db, asked.actor, quarter, asked.asAt), periods)
  },
  title: (view) => view.title,
  periods: (view) => view.periods,
  tables: (view) => [view.table],
})

/** One priority, service or portfolio. */
export const picturePage = page({
  path: '/whole-picture/:kind/:code',
  action: 'home.view',
  template: 'reports/pages/picture.njk',
  asAt: true,
  view: async (asked) => {
    const { quarter, periods } = await askedQuarter(asked)
    const all = await councilPicture(asked.db, asked.actor, quarter, asked.asAt)
    return pictureView(all, scopeAt(all, asked.params), periods)
  },
  title: (view) => `${view.title}: performance, money and risk`,
  breadcrumbs: () => [whole],
  periods: (view) => view.periods,
  tables: (view) => [
    view.contradictions,
    ...[view.money, view.drivers, view.risks].filter((each) => each !== null),
  ],
})

async function askedQuarter({
  db,
  query,
  path,
  asAt,
}: Pick<Asked, 'query' | 'path' | 'asAt'> & { readonly db: Db }) {
  const quarter = await reportingQuarter(db, query.get('period'), asAt)
  return { quarter, periods: quarterLinks(quarter, await reportingQuarter(db, null, asAt), path, query) }
}

function scopeAt(
  all: CouncilPicture,
  { kind, code }: { readonly kind: string; readonly code: string },
): Scope {
  const [known] = (Object.keys(scopeKinds) as ScopeKind[]).filter((each) => scopeKinds[each].address === kind)
  const found = known === undefined ? null : scopeNamed(all, known, code)
  if (found) return found
  const near = all.scopes.filter((scope) => scope.kind === known)
  throw new NotFound(
    `There is no ‘${code}’ among the ${kind} of the whole picture.`,
    near.length === 0 ? [whole] : near.map((scope) => ({ text: scope.title, href: scopeAddress(scope) })),
  )
}
