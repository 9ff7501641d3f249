import { positions } from '../../domain/evaluation/distribution.ts'
import { isRestatementKind, restatementKinds } from '../../domain/measures/restatement.ts'
import { dayText } from '../../domain/period-text.ts'
import { quarterLocks } from '../../organisation/locks.ts'
import { page } from '../../web/page.ts'
import { instantDay } from '../changes/instant-text.ts'
import { publishedText, quarterName, restatementTable, whatOf } from '../restatement-table.ts'
import { type Restatement, restatementsOf } from '../restatements.ts'

/** The restatement ledger: what was changed after it had been published. */
export const restatementsPage = page({
  path: '/restatements',
  action: 'measure.view',
  template: 'measures/pages/restatements.njk',
  asAt: true,
  view: async ({ db, query, path, asAt }) => {
    const all = await restatementsOf(db, { knownBy: asAt })
    const locks = await quarterLocks(db, asAt)
    const [quarter, kind] = [query.get('quarter') ?? '', query.get('kind') ?? '']
    const kept = all
      .filter(({ publishedIn }) => quarter === '' || publishedIn.includes(quarter))
      .filter((each) => !isRestatementKind(kind) || each.kind === kind)
    const option = (value: string, text: string, chosen: string) => ({
      value,
      text,
      selected: value === chosen,
    })
    const isFiltered = quarter !== '' || kind !== ''
    return {
      nothing: nothingWords(all.length, locks.length),
      filters: {
        path,
        quarter: [
          option('', 'Any quarter', quarter),
          ...locks.map((lock) => option(lock.quarter, quarterName(lock.quarter), quarter)),
        ],
        kind: [
          option('', 'Any kind', kind),
          ...Object.entries(restatementKinds).map(([value, text]) => option(value, text, kind)),
        ],
        clearHref: isFiltered ? path : null,
      },
      count: `${isFiltered ? `${kept.length} of ` : ''}${all.length} ${all.length === 1 ? 'restatement' : 'restatements'}`,
      restatements: kept.map(shownRestatement),
      table: restatementTable(kept),
    }
  },
  title: 'Restatements',
  tables: (view) => [view.table],
})

const nothingWords = (restatements: number, locks: number): string | null => {
  if (restatements > 0) return null
  return locks === 0
    ? 'No quarter has been locked yet, so nothing is published that could be restated.'
    : 'None: nothing that was published has been changed.'
}

/** An entry of the ledger as it is read. */
export const shownRestatement = (each: Restatement) => ({
  id: `r${each.number}`,
  day: dayText(instantDay(each.at)),
  title: each.title,
  href: `/measures/${each.measure}/history`,
  what: whatOf(each),
  was: each.was,
  becomes: each.becomes,
  before: { ...positions[each.before.position], says: each.before.says },
  after: { ...positions[each.after.position], says: each.after.says },
  isSame: each.before.position === each.after.position,
  // More is said after it.
  reason: each.reason.replace(/\.$/, ''),
  agreedBy: each.agreedBy,
  by: each.byName,
  published: publishedText(each),
  illustrative: each.illustrative,
})
