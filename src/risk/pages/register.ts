import { can } from '../../domain/access/can.ts'
import { counted } from '../../domain/counted.ts'
import { byLevel } from '../../domain/risk/level.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import type { RiskStanding } from '../risk.ts'
import { riskTable } from '../risk-table.ts'
import { attentionOf } from '../risk-words.ts'
import { everyRisk } from '../standings.ts'
import { registerFilters } from './register-filters.ts'
import { riskNav } from './risk-nav.ts'
import { riskRow } from './risk-row.ts'

/** More than this is a list nobody reads; the rest is in the table below it. */
const MOST_TO_LOOK_AT = 7

/** The risk register: what to look at first, then every risk by its level, the corporate register first. */
export const registerPage = page({
  path: '/risks',
  action: 'risk.view',
  template: 'risk/pages/register.njk',
  asAt: true,
  view: async ({ db, actor, query, path, site, asAt }) => {
    const day = asAt ?? todayOf(site)
    const all = await everyRisk(db, asAt, day)
    const { found, view: filters } = await registerFilters(all, { db, query, path, day })
    return {
      nav: riskNav('/risks'),
      ...registerView(found),
      filters,
      mayAdd: asAt === null && can(actor, 'risk.keep').allowed,
      table: riskTable('risk-register', 'Risk register', found),
    }
  },
  title: 'Risk register',
  tables: ({ table }) => [table],
})

export function registerView(risks: readonly RiskStanding[]) {
  const open = risks.filter(({ status }) => status === 'open')
  const attention = open
    .flatMap((risk) => {
      const found = attentionOf(risk)
      if (found === null) return []
      return {
        ...found,
        sentence: risk.showsIllustrative ? `Illustrative. ${found.sentence}` : found.sentence,
        href: risk.href,
        owner: risk.owner === null ? null : `Owner: ${risk.owner}`,
        sparkline: null,
      }
    })
    .toSorted((a, b) => weight(a.status) - weight(b.status))
  const number = (fits: (risk: RiskStanding) => boolean) => String(open.filter(fits).length)
  return {
    count: counted(risks.length, 'risk'),
    facts: [
      fact(
        'Above appetite',
        number(({ appetite }) => appetite.verdict === 'above'),
      ),
      fact(
        'Moved up',
        number(({ movement }) => movement === 'up'),
      ),
      fact(
        'Moved down',
        number(({ movement }) => movement === 'down'),
      ),
      fact(
        'Review overdue',
        number(({ review }) => review === 'overdue'),
      ),
      fact(
        'Not scored',
        number(({ current }) => current === null),
      ),
    ],
    illustrative: risks.some(({ showsIllustrative }) => showsIllustrative),
    attention: attention.slice(0, MOST_TO_LOOK_AT),
    more: Math.max(0, attention.length - MOST_TO_LOOK_AT),
    groups: byLevel(risks).map(({ title, found }) => ({ title, rows: found.map(riskRow) })),
  }
}

const fact = (term: string, text: string) => ({ term, text, detail: null, href: null })

const order = ['Above appetite', 'Moved up', 'Action overdue', 'Review overdue', 'Moved down']
const weight = (status: string): number => order.indexOf(status)
