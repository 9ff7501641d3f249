import { type AssuranceLine, assuranceLines, effectivenesses } from '../../domain/risk/control.ts'
import { choiceField, listField, textField, wordsField } from '../../web/field.ts'
import { form } from '../../web/form.ts'
import { orConflict } from '../../web/or-conflict.ts'
import { typedDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { addRiskControl, assureRiskControl } from '../control-risk.ts'
import { readBody } from './read-body.ts'
import { recordPage } from './record-page.ts'
import { dayField, ownerHint } from './risk-fields.ts'

export const controlsPage = recordPage({
  path: '/risks/:code/controls',
  action: 'risk.keep',
  title: 'What keeps it down',
  lead: 'Add a control, or record whether one works and who says so.',
  forms: ({ risk, today }) => [
    {
      action: 'controls',
      prefix: '',
      title: 'Add a control',
      button: 'Add this control',
      hidden: {},
      fields: [
        wordsField('what', 'What keeps the risk down?'),
        textField('owner', 'Who runs it?', { hint: `${ownerHint}. May stay empty` }),
      ],
    },
    ...(risk.controls.length === 0
      ? []
      : [
          {
            action: 'assurances',
            prefix: 'assure-',
            title: 'Does one of them work?',
            button: 'Keep this assurance',
            hidden: {},
            fields: [
              listField('control', 'Which control?', {
                items: risk.controls.map(({ number, what }) => ({ value: String(number), text: what })),
              }),
              choiceField('effectiveness', 'Does it work?', {
                items: Object.entries(effectivenesses).map(([value, { text }]) => ({ value, text })),
              }),
              choiceField('line', 'Who found that out?', {
                items: Object.entries(assuranceLines).map(([value, text]) => ({ value, text })),
              }),
              textField('assuredBy', 'By which role or body?', { hint: ownerHint }),
              dayField('assuredOn', 'On which day?', typedDay(today)),
              wordsField('words', 'What was found?'),
            ],
          },
        ]),
  ],
})

export const controlForm = form({
  path: '/risks/:code/controls',
  action: 'risk.keep',
  page: controlsPage,
  read: (body) => {
    const read = readBody(body)
    return read.done({
      what: read.text('what', 'Say what keeps the risk down'),
      owner: read.text('owner'),
      seen: read.seen,
    })
  },
  run: (db, actor, input, { params, site }) =>
    orConflict('what', () =>
      addRiskControl(db, actor, { ...input, code: params.code, today: todayOf(site) }),
    ),
  leadsTo: (_, { params }) => `/risks/${params.code}?done=control`,
})

export const assuranceForm = form({
  path: '/risks/:code/assurances',
  action: 'risk.keep',
  page: controlsPage,
  read: (body, { site }) => {
    const read = readBody(body)
    const line = read.choice('line', { 1: true, 2: true, 3: true }, 'Choose who found that out')
    return read.done({
      control: read.whole('control', 1, 9999),
      effectiveness: read.choice('effectiveness', effectivenesses, 'Choose whether it works'),
      // One of the three, or there is a problem and this is not used.
      line: Number(line) as AssuranceLine,
      assuredBy: read.text('assuredBy', 'Say which role or body'),
      assuredOn: read.doneOn('assuredOn', todayOf(site)),
      words: read.text('words', 'Say what was found'),
      seen: read.seen,
    })
  },
  run: (db, actor, input, { params, site }) =>
    orConflict('assuredOn', () =>
      assureRiskControl(db, actor, { ...input, code: params.code, today: todayOf(site) }),
    ),
  leadsTo: (_, { params }) => `/risks/${params.code}?done=assured`,
})
