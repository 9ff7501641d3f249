import { isOpenAction, progresses } from '../../domain/risk/due.ts'
import { choiceField, listField, textField, wordsField } from '../../web/field.ts'
import { form } from '../../web/form.ts'
import { orConflict } from '../../web/or-conflict.ts'
import { typedDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { addRiskAction, tellRiskAction } from '../act-on-risk.ts'
import { readBody } from './read-body.ts'
import { recordPage } from './record-page.ts'
import { dayField, ownerHint } from './risk-fields.ts'

export const actionsPage = recordPage({
  path: '/risks/:code/actions',
  action: 'risk.keep',
  title: 'What is being done',
  lead: 'Add an action, or tell how far one has come.',
  forms: ({ risk, today }) => {
    const open = risk.actions.filter(({ state }) => isOpenAction(state))
    return [
      {
        action: 'actions',
        prefix: '',
        title: 'Add an action',
        button: 'Add this action',
        hidden: {},
        fields: [
          wordsField('what', 'What is to be done?'),
          textField('owner', 'By whom?', { hint: ownerHint }),
          dayField('due', 'By when?'),
        ],
      },
      ...(open.length === 0
        ? []
        : [
            {
              action: 'progress',
              prefix: 'progress-',
              title: 'How far has one come?',
              button: 'Keep this progress',
              hidden: {},
              fields: [
                listField('action', 'Which action?', {
                  items: open.map(({ number, what }) => ({ value: String(number), text: what })),
                }),
                choiceField('progress', 'How does it stand?', {
                  items: Object.entries(progresses).map(([value, text]) => ({ value, text })),
                }),
                dayField('onDay', 'On which day?', typedDay(today)),
                wordsField('words', 'In words'),
              ],
            },
          ]),
    ]
  },
})

export const actionForm = form({
  path: '/risks/:code/actions',
  action: 'risk.keep',
  page: actionsPage,
  read: (body, { site }) => {
    const read = readBody(body)
    return read.done({
      what: read.text('what', 'Say what is to be done'),
      owner: read.text('owner', 'Say which role or post does it'),
      due: read.dueOn('due', todayOf(site)),
      seen: read.seen,
    })
  },
  run: (db, actor, input, { params, site }) =>
    orConflict('due', () => addRiskAction(db, actor, { ...input, code: params.code, today: todayOf(site) })),
  leadsTo: (_, { params }) => `/risks/${params.code}?done=action`,
})

export const progressForm = form({
  path: '/risks/:code/progress',
  action: 'risk.keep',
  page: actionsPage,
  read: (body, { site }) => {
    const read = readBody(body)
    return read.done({
      action: read.whole('action', 1, 9999),
      progress: read.choice('progress', progresses, 'Choose how it stands'),
      onDay: read.doneOn('onDay', todayOf(site)),
      words: read.text('words', 'Say it in words'),
      seen: read.seen,
    })
  },
  run: (db, actor, input, { params, site }) =>
    orConflict('onDay', () =>
      tellRiskAction(db, actor, { ...input, code: params.code, today: todayOf(site) }),
    ),
  leadsTo: (_, { params }) => `/risks/${params.code}?done=progress`,
})
