import { calendarKinds } from '../../domain/calendar/calendar-kind.ts'
import { cadences } from '../../domain/calendar/calendar-rule.ts'
import { type DatedItem, dueDay } from '../../domain/calendar/dated-item.ts'
import { addDays } from '../../domain/period.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { column, text } from '../../domain/report/cells.ts'
import { aboutWords, roleWords } from '../item-words.ts'

const columns = {
  first_day: 'First day',
  last_day: 'Last day',
  due: 'Due by',
  what: 'What',
  kind: 'Kind',
  about: 'About',
  how_often: 'How often',
  forum: 'Forum',
  roles: 'Roles',
  source: 'Source',
  note: 'Note',
  standing: 'Standing',
} as const

/** Every date that is shown, for other programs; what comes round each week or month has a row each time. */
export const calendarTable = (
  items: readonly DatedItem[],
  { title, whose }: { title: string; whose: string },
): Table => ({
  name: 'calendar',
  caption: `Calendar: ${title}, ${whose}`,
  columns: Object.entries(columns).map(([key, label]) => column(key, label)),
  rows: items.map((item) => {
    const { when, forum, source, note, cadence, about } = item
    const texts = [
      when.start,
      addDays(when.end, -1),
      dueDay(item),
      item.title,
      calendarKinds[item.kind],
      aboutWords(about),
      cadence === null ? 'Once' : cadences[cadence],
      forum,
      roleWords(item),
      source,
      note,
      item.illustrative ? 'illustrative' : '',
    ]
    return { role: 'body', cells: texts.map((words) => text(words ?? '')) }
  }),
  notes: [
    'Where the source names no day, it is some time from the first day to the last, due by the last working day.',
  ],
})
