import { levelText, moveBetween, type RiskLevel, riskLevels } from '../../domain/risk/level.ts'
import { choiceField, textField, wordsField } from '../../web/field.ts'
import { form } from '../../web/form.ts'
import { orConflict } from '../../web/or-conflict.ts'
import { todayOf } from '../../web/site.ts'
import { decideRisk } from '../decide-risk.ts'
import type { RiskStanding } from '../risk.ts'
import { readBody } from './read-body.ts'
import { recordPage } from './record-page.ts'

export const decidePage = recordPage({
  path: '/risks/:code/decide',
  action: 'risk.decide',
  title: 'Escalate, de-escalate or close',
  lead: 'What was decided, why, and which role or forum decided. What it was before stays in its history.',
  stands: ({ risk: { level, status } }) => [`It is ${status}. Level: ${levelText(level).toLowerCase()}.`],
  forms: ({ risk, actor }) => [
    {
      action: 'decide',
      prefix: '',
      title: null,
      button: 'Keep this decision',
      hidden: {},
      fields: [
        choiceField('to', 'What was decided?', { items: choicesFor(risk) }),
        wordsField('reason', 'Why?'),
        textField('decidedBy', 'Which role or forum decided?', { value: actor.name }),
      ],
    },
  ],
})

const verbs = {
  placed: 'Place it at',
  escalated: 'Escalate it to',
  'de-escalated': 'De-escalate it to',
} as const

function choicesFor({ level, status }: RiskStanding) {
  if (status === 'closed') return [{ value: 'open', text: 'Open it again' }]
  const moves = (Object.keys(riskLevels) as RiskLevel[]).flatMap((to) => {
    const move = moveBetween(level, to)
    return move === null ? [] : [{ value: to, text: `${verbs[move]} ${levelText(to).toLowerCase()} level` }]
  })
  return [...moves, { value: 'closed', text: 'Close it' }]
}

export const decideForm = form({
  path: '/risks/:code/decide',
  action: 'risk.decide',
  page: decidePage,
  read: (body) => {
    const read = readBody(body)
    return read.done({
      to: read.choice('to', { ...riskLevels, closed: null, open: null }, 'Choose what was decided'),
      reason: read.text('reason', 'Say why'),
      decidedBy: read.text('decidedBy', 'Say which role or forum decided'),
      seen: read.seen,
    })
  },
  run: (db, actor, input, { params, site }) =>
    orConflict('to', () => decideRisk(db, actor, { ...input, code: params.code, today: todayOf(site) })),
  leadsTo: (_, { params }) => `/risks/${params.code}?done=decided`,
})
