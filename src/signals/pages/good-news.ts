import { roles } from '../../domain/access/roles.ts'
import { dayText } from '../../domain/period-text.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { signalsOf } from '../queries.ts'
import { signalTable } from '../signal-row.ts'

/** Good news in full, the latest first, for reports to quote. */
export const goodNewsPage = page({
  path: '/signals/good-news',
  action: 'signal.view',
  template: 'signals/pages/good-news.njk',
  view: async ({ db, site }) => {
    const news = (await signalsOf(db)).filter(({ kind }) => kind === 'good-news')
    return {
      rows: news.map(({ id, words, about, raisedByRole, raisedOn, illustrative }) => ({
        href: `/signals/${id}`,
        words,
        about,
        source: `${roles[raisedByRole]}, ${dayText(raisedOn)}`,
        illustrative,
      })),
      table: signalTable('good-news', 'Good news that staff and councillors raised', news, todayOf(site)),
    }
  },
  title: 'Good news',
  breadcrumbs: () => [{ text: 'Issues, questions and good news', href: '/signals' }],
  tables: ({ table }) => [table],
})
