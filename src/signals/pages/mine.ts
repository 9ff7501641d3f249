import { dayText } from '../../domain/period-text.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { signalsOf } from '../queries.ts'
import { outcomeOf, signalRow } from '../signal-row.ts'
import { raisedBy } from '../waiting-for.ts'

/** What the reader raised, with every outcome. */
export const minePage = page({
  path: '/signals/mine',
  action: 'signal.raise',
  template: 'signals/pages/mine.njk',
  view: async ({ db, actor, site }) => {
    const today = todayOf(site)
    const mine = raisedBy(await signalsOf(db), actor)
    return {
      rows: mine.map((signal) => {
        const outcome = outcomeOf(signal)
        return {
          ...signalRow(signal, today),
          outcome: outcome && {
            words: outcome.words,
            by: `${outcome.forum ?? outcome.by.name}, ${dayText(outcome.day)}`,
          },
          toReply: signal.standing.state === 'answered',
        }
      }),
    }
  },
  title: 'What I raised',
  breadcrumbs: () => [{ text: 'Issues, questions and good news', href: '/signals' }],
})
