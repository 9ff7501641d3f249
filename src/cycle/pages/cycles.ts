import { can } from '../../domain/access/can.ts'
import { progressOf, progressText } from '../../domain/cycle/progress.ts'
import { page } from '../../web/page.ts'
import { pagesOf } from '../../web/paging.ts'
import { todayOf } from '../../web/site.ts'
import { cyclesOf } from '../cycles.ts'
import { cycleRequests } from '../requests.ts'
import { cycleName, lockText } from './cycle-words.ts'

const pageSize = 8

/** Every reporting cycle, latest first. */
export const cyclesPage = page({
  path: '/cycles',
  action: 'cycle.view',
  template: 'cycle/pages/cycles.njk',
  view: async ({ db, actor, query, path, site }) => {
    const today = todayOf(site)
    const all = await cyclesOf(db)
    const pages = pagesOf({ total: all.length, size: pageSize, path, query })
    const rows = []
    for (const cycle of all.slice(pages.from, pages.to)) {
      const progress = progressOf(await cycleRequests(db, cycle), today)
      rows.push({
        href: `/cycles/${cycle.slug}`,
        name: cycleName(cycle),
        state: lockText(cycle),
        progress: cycle.lock
          ? `${progress.assured} of ${progress.total} assured`
          : progressText(progress, cycle.due.assurance).replace(/; locks after .*/, ''),
        illustrative: cycle.illustrative,
      })
    }
    return { rows, pages, mayOpen: can(actor, 'cycle.open').allowed }
  },
  title: 'Reporting cycles',
})
