import { type SignalKind, signalKinds } from '../../domain/signals/signal.ts'
import { type SignalState, signalStates } from '../../domain/signals/standing.ts'
import { page } from '../../web/page.ts'
import { pagesOf } from '../../web/paging.ts'
import { todayOf } from '../../web/site.ts'
import { signalsOf } from '../queries.ts'
import { signalRow, signalTable } from '../signal-row.ts'
import { waitingFor } from '../waiting-for.ts'

const pageSize = 25

/** Everything that was raised; first what waits for the reader. */
export const signalsPage = page({
  path: '/signals',
  action: 'signal.view',
  template: 'signals/pages/signals.njk',
  view: async ({ db, actor, query, path, site }) => {
    const today = todayOf(site)
    const all = await signalsOf(db)
    const [kind, state] = [query.get('kind') ?? '', query.get('state') ?? '']
    const found = all.filter(
      (signal) => (kind === '' || signal.kind === kind) && (state === '' || signal.standing.state === state),
    )
    const pages = pagesOf({ total: found.length, size: pageSize, path, query })
    const choice = (chosen: string, value: string, text: string) => ({
      value,
      text,
      selected: value === chosen,
    })
    return {
      waiting: (await waitingFor(db, actor, all, today)).map((signal) => signalRow(signal, today)),
      rows: found.slice(pages.from, pages.to).map((signal) => signalRow(signal, today)),
      count: found.length === 1 ? '1 raised' : `${found.length} raised`,
      pages,
      path,
      clearHref: kind === '' && state === '' ? null : path,
      kinds: [
        choice(kind, '', 'All kinds'),
        ...Object.entries(signalKinds).map(([value, text]) => choice(kind, value as SignalKind, text)),
      ],
      states: [
        choice(state, '', 'All'),
        ...Object.entries(signalStates).map(([value, { text }]) => choice(state, value as SignalState, text)),
      ],
      table: signalTable('signals', 'What staff and councillors raised', found, today),
    }
  },
  title: 'Issues, questions and good news',
  tables: ({ table }) => [table],
})
