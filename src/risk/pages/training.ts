import { can } from '../../domain/access/can.ts'
import { parseUnit } from '../../domain/access/unit.ts'
import { dayText } from '../../domain/period-text.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { column, text } from '../../domain/report/cells.ts'
import { namedUnits, unitNamed } from '../../people/queries.ts'
import { textField } from '../../web/field.ts'
import { form } from '../../web/form.ts'
import { orConflict } from '../../web/or-conflict.ts'
import { page } from '../../web/page.ts'
import { typedDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { recordRiskTraining } from '../record-training.ts'
import { riskTrainings } from '../trainings.ts'
import { askedForm } from './asked-form.ts'
import { readBody } from './read-body.ts'
import { dayField, ownerHint, unitField } from './risk-fields.ts'
import { riskNav } from './risk-nav.ts'

/** Which managers' posts have had accredited risk training, and when. */
export const trainingPage = page({
  path: '/risks/training',
  action: 'risk.view',
  template: 'risk/pages/training.njk',
  view: async (asked) => {
    const { db, actor, site } = asked
    const today = todayOf(site)
    const units = await namedUnits(db, today)
    const rows = (await riskTrainings(db)).map(({ unit, completedOn, ...each }) => ({
      ...each,
      unit: unit === null ? null : unitNamed(units, unit),
      completed: dayText(completedOn),
    }))
    return {
      nav: riskNav('/risks/training'),
      rows,
      notice: asked.query.get('done') === 'recorded' ? 'That is recorded.' : null,
      form: can(actor, 'risk-training.record').allowed
        ? askedForm(asked, {
            action: '/risks/training',
            prefix: '',
            title: 'Record training',
            button: 'Record it',
            hidden: {},
            fields: [
              textField('post', 'Whose training?', { hint: ownerHint }),
              unitField(units, ''),
              textField('course', 'Which course?'),
              textField('accreditedBy', 'Accredited by whom?'),
              dayField('completedOn', 'Completed on which day?', typedDay(today)),
            ],
          })
        : null,
      table: trainingTable(rows),
    }
  },
  title: 'Risk training',
  breadcrumbs: () => [{ text: 'Risk register', href: '/risks' }],
  tables: ({ table }) => [table],
})

type Row = {
  readonly post: string
  readonly unit: string | null
  readonly course: string
  readonly accreditedBy: string
  readonly completed: string
  readonly illustrative: boolean
}

const trainingTable = (rows: readonly Row[]): Table => ({
  name: 'risk-training',
  caption: 'Accredited risk training',
  columns: [
    column('post', 'Post'),
    column('unit', 'Unit'),
    column('course', 'Course'),
    column('accredited-by', 'Accredited by'),
    column('completed', 'Completed'),
    column('illustrative', 'Illustrative'),
  ],
  rows: rows.map((row) => ({
    role: 'body',
    cells: [
      text(row.post),
      text(row.unit ?? 'not stated'),
      text(row.course),
      text(row.accreditedBy),
      text(row.completed),
      text(row.illustrative ? 'yes' : 'no'),
    ],
  })),
  notes: [],
})

export const trainingForm = form({
  path: '/risks/training',
  action: 'risk-training.record',
  page: trainingPage,
  read: (body, { site }) => {
    const read = readBody(body)
    const unitTyped = read.text('unit')
    const unit = unitTyped === null ? null : parseUnit(unitTyped)
    if (unitTyped !== null && unit === null) read.say('unit', 'Choose a unit of the list')
    return read.done({
      post: read.text('post', 'Say which post or role'),
      unit,
      course: read.text('course', 'Name the course'),
      accreditedBy: read.text('accreditedBy', 'Say who accredits it'),
      completedOn: read.doneOn('completedOn', todayOf(site)),
    })
  },
  run: (db, actor, input, { site }) =>
    orConflict('completedOn', () => recordRiskTraining(db, actor, { ...input, today: todayOf(site) })),
  leadsTo: () => '/risks/training?done=recorded',
})
