import { can } from '../../domain/access/can.ts'
import { dayText } from '../../domain/period-text.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { column, number, text } from '../../domain/report/cells.ts'
import { appetiteOn } from '../../domain/risk/appetite.ts'
import { shortField, textField } from '../../web/field.ts'
import { form } from '../../web/form.ts'
import { page } from '../../web/page.ts'
import { typedDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { type RecordedAppetite, riskAppetites } from '../appetites.ts'
import { categoriesOf } from '../categories.ts'
import { setRiskAppetite } from '../set-appetite.ts'
import { everyRisk } from '../standings.ts'
import { askedForm } from './asked-form.ts'
import { readBody } from './read-body.ts'
import { dayField } from './risk-fields.ts'
import { riskNav } from './risk-nav.ts'

/** How much risk the council accepts, category by category, and since when; those without are told too. */
export const appetitePage = page({
  path: '/risks/appetite',
  action: 'risk.view',
  template: 'risk/pages/appetite.njk',
  view: async (asked) => {
    const { db, actor, site } = asked
    const today = todayOf(site)
    const appetites = await riskAppetites(db)
    const used = categoriesOf(await everyRisk(db))
    const categories = [...new Set([...used, ...appetites.map(({ category }) => category)])].toSorted()
    const rows = categories.map((category) => {
      const held = appetiteOn(appetites, category, today)
      return {
        category,
        most: held === null ? null : String(held.most),
        says: held?.says ?? null,
        since: held === null ? null : `${dayText(held.from)}, ${held.decidedBy}`,
        illustrative: held?.illustrative ?? false,
        before: beforeWords(appetites, held),
      }
    })
    return {
      nav: riskNav('/risks/appetite'),
      rows,
      notice: asked.query.get('done') === 'set' ? 'That is recorded. What was accepted before stays.' : null,
      form: can(actor, 'risk.set-appetite').allowed
        ? askedForm(asked, {
            action: '/risks/appetite',
            prefix: '',
            title: 'Record what is accepted',
            button: 'Record it',
            hidden: {},
            fields: [
              textField('category', 'Category', { hint: `In use: ${used.join(', ') || 'none yet'}` }),
              shortField('most', 'The highest score that is accepted', { hint: 'From 1 to 25' }),
              textField('says', 'In words', { hint: 'For example, cautious: we accept little to save more' }),
              dayField('from', 'From which day on?', typedDay(today)),
              textField('decidedBy', 'Which forum decided?'),
            ],
          })
        : null,
      table: appetiteTable(appetites),
    }
  },
  title: 'Risk appetite',
  breadcrumbs: () => [{ text: 'Risk register', href: '/risks' }],
  tables: ({ table }) => [table],
})

const beforeWords = (
  appetites: readonly RecordedAppetite[],
  held: RecordedAppetite | null,
): string | null => {
  const before = appetites.filter((each) => held !== null && each.category === held.category && each !== held)
  return before.length === 0
    ? null
    : `Also recorded: ${before.map(({ most, from }) => `${most} from ${dayText(from)}`).join('; ')}`
}

const appetiteTable = (appetites: readonly RecordedAppetite[]): Table => ({
  name: 'risk-appetite',
  caption: 'Risk appetite by category, every one recorded',
  columns: [
    column('category', 'Category', 'left', 2),
    column('most', 'Highest score accepted', 'right'),
    column('from', 'From'),
    column('says', 'In words', 'left', 3),
    column('decided', 'Decided by', 'left', 2),
    column('illustrative', 'Illustrative'),
  ],
  rows: appetites.map((each) => ({
    role: 'body',
    cells: [
      text(each.category),
      number(each.most, 'Risk appetite'),
      text(dayText(each.from)),
      text(each.says),
      text(each.decidedBy),
      text(each.illustrative ? 'yes' : 'no'),
    ],
  })),
  notes: [],
})

export const appetiteForm = form({
  path: '/risks/appetite',
  action: 'risk.set-appetite',
  page: appetitePage,
  read: (body) => {
    const read = readBody(body)
    return read.done({
      category: read.text('category', 'Name the category'),
      most: read.whole('most', 1, 25),
      says: read.text('says', 'Say it in words'),
      from: read.day('from'),
      decidedBy: read.text('decidedBy', 'Say which forum decided'),
    })
  },
  run: async (db, actor, input) => ({ ok: true, result: await setRiskAppetite(db, actor, input) }),
  leadsTo: () => '/risks/appetite?done=set',
})
