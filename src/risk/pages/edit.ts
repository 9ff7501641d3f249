import { can } from '../../domain/access/can.ts'
import { namedUnits } from '../../people/queries.ts'
import { wordsField } from '../../web/field.ts'
import { form } from '../../web/form.ts'
import { orConflict } from '../../web/or-conflict.ts'
import { todayOf } from '../../web/site.ts'
import { categoriesOf } from '../categories.ts'
import { rewordRisk } from '../reword-risk.ts'
import { everyRisk } from '../standings.ts'
import { readBody } from './read-body.ts'
import { recordPage } from './record-page.ts'
import { exemptField, readWording, wordingFields } from './wording-fields.ts'

export const editPage = recordPage({
  path: '/risks/:code/edit',
  action: 'risk.keep',
  title: 'Change the wording',
  lead: 'How it is worded, who answers for it and where it belongs. What it was before stays in its history.',
  forms: async ({ db, actor, risk, today }) => [
    {
      action: 'edit',
      prefix: '',
      title: null,
      button: 'Keep this wording',
      hidden: {},
      fields: [
        ...wordingFields(await namedUnits(db, today), categoriesOf(await everyRisk(db)), risk),
        ...(can(actor, 'exempt.view').allowed ? [exemptField(risk.exemptReason ?? '')] : []),
        wordsField('reason', 'Why is the wording changed?'),
      ],
    },
  ],
})

export const editForm = form({
  path: '/risks/:code/edit',
  action: 'risk.keep',
  page: editPage,
  read: (body) => {
    const read = readBody(body)
    return read.done({
      wording: readWording(read),
      exemptReason: read.text('exemptReason'),
      reason: read.text('reason', 'Say why'),
      seen: read.seen,
    })
  },
  run: (db, actor, input, { params, site }) =>
    orConflict('reason', () => rewordRisk(db, actor, { ...input, code: params.code, today: todayOf(site) })),
  leadsTo: (_, { params }) => `/risks/${params.code}?done=worded`,
})
