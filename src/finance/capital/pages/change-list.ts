import { monthText } from '../../../domain/financial-year.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { capitalChanges } from '../changes.ts'
import { firstYear } from '../programme-words.ts'
import { readPasted } from '../read-pasted.ts'
import { recordCapitalChangeList } from '../record-change-list.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

const MOST_CHARACTERS = 200_000

/** A form for many changes at once, pasted from a spreadsheet: all are recorded, or none. */
export const changeListPage = page({
  path: '/finance/capital/:year/changes/list',
  action: 'finance.record',
  template: 'finance/capital/pages/change-list.njk',
  view: async (asked) => {
    const view = await programmeFor(asked.db, asked.params.year)
    const year = firstYear(view)
    const changes = await capitalChanges(asked.db, view.programme)
    const fields = {
      rows: '',
      programme: view.programme,
      seen: String(Math.max(0, ...changes.map(({ number }) => number))),
    }
    return {
      year,
      nav: capitalNav(view, null),
      lead: `To the programme that the meeting of ${monthText(view.programme)} saw. All of them are recorded, or none and why.`,
      form: formView(asked, `/finance/capital/${year}/changes/list`, fields),
    }
  },
  title: 'Record many changes',
  breadcrumbs: ({ year }) => [
    ...capitalCrumbs(year),
    { text: 'Changes to the programme', href: `/finance/capital/${year}/changes` },
  ],
})

export const changeListForm = form({
  path: '/finance/capital/:year/changes/list',
  action: 'finance.record',
  page: changeListPage,
  read: (body) => {
    const rows = body.get('rows') ?? ''
    const refused = (text: string) => ({ ok: false as const, problems: [{ field: 'rows', text }] })
    if (rows.trim() === '') return refused('Paste the rows, with the names of the columns above them')
    if (rows.length > MOST_CHARACTERS) return refused('Paste at most 200,000 characters at a time')
    const read = readPasted(rows, ['kind', 'scheme'])
    if (!read.ok) return refused(read.problem)
    const seen = Number(body.get('seen')) || 0
    return { ok: true, input: { programme: body.get('programme') ?? '', seen, records: read.value } }
  },
  run: async (db, actor, input) => {
    const done = await recordCapitalChangeList(db, actor, input)
    if (done.ok) return { ok: true, result: null }
    return {
      ok: false,
      problems: done.problems.map(({ row, column, says }) => ({
        field: 'rows',
        text: `Row ${row}, ${column}: ${says}`,
      })),
    }
  },
  leadsTo: (_, { params }) => `/finance/capital/${params.year}/changes?done=list`,
})
