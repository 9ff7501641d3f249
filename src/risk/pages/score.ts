import { dayText } from '../../domain/period-text.ts'
import { type ScoreKind, scoreKinds, scoreText } from '../../domain/risk/score.ts'
import { choiceField, wordsField } from '../../web/field.ts'
import { form } from '../../web/form.ts'
import { typedDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { reviewRisk, scoreRisk } from '../score-risk.ts'
import { askedFirst, readBody } from './read-body.ts'
import { recordPage } from './record-page.ts'
import { dayField, scoreFields } from './risk-fields.ts'

export const scorePage = recordPage({
  path: '/risks/:code/score',
  action: 'risk.keep',
  title: 'Score the risk',
  lead: 'How likely it is and how bad it would be. What it was scored before stays in its history.',
  stands: ({ risk }) =>
    (Object.keys(scoreKinds) as ScoreKind[]).map(
      (kind) => `${scoreKinds[kind].text}: ${scoreText(risk[kind])}.`,
    ),
  forms: ({ today }) => [
    {
      action: 'score',
      prefix: '',
      title: null,
      button: 'Keep this score',
      hidden: {},
      fields: [
        choiceField('kind', 'Which score?', {
          value: 'current',
          items: Object.entries(scoreKinds).map(([value, { text, says }]) => ({
            value,
            text,
            hint: { text: says },
          })),
        }),
        ...scoreFields(),
        dayField('scoredOn', 'On which day?', typedDay(today)),
        wordsField('reason', 'Why so?', { hint: 'What it rests on, for whoever asks later' }),
      ],
    },
  ],
})

export const scoreForm = form({
  path: '/risks/:code/score',
  action: 'risk.keep',
  page: scorePage,
  read: (body, { site }) => {
    const read = readBody(body)
    return read.done({
      kind: read.choice('kind', scoreKinds, 'Choose which score it is'),
      ...read.score(),
      scoredOn: read.doneOn('scoredOn', todayOf(site)),
      reason: read.text('reason', 'Say why'),
      seen: read.seen,
      sure: read.sure,
    })
  },
  run: (db, actor, input, { params, site }) =>
    askedFirst('reason', () => scoreRisk(db, actor, { ...input, code: params.code, today: todayOf(site) })),
  leadsTo: (_, { params }) => `/risks/${params.code}?done=scored`,
})

const changes = { same: 'It stays as it is', changed: 'It has changed' } as const

export const reviewPage = recordPage({
  path: '/risks/:code/review',
  action: 'risk.keep',
  title: 'Review the risk',
  lead: 'What was found, whether the score stays, and when to look next.',
  stands: ({ risk }) => [
    `Current score: ${scoreText(risk.current)}.`,
    `Next review: ${risk.nextReview === null ? 'not stated' : dayText(risk.nextReview)}.`,
  ],
  forms: ({ today, risk }) => [
    {
      action: 'review',
      prefix: '',
      title: null,
      button: 'Keep this review',
      hidden: {},
      fields: [
        dayField('reviewedOn', 'On which day was it looked at?', typedDay(today)),
        wordsField('words', 'What was found?'),
        choiceField('score', 'The current score', {
          value: '',
          hint: 'Choose how likely and how bad only where it has changed',
          items: Object.entries(changes).map(([value, text]) => ({ value, text })),
        }),
        ...scoreFields(),
        dayField('nextDue', 'By when is it to be reviewed next?', nextOf(today, risk.reviewEveryMonths)),
      ],
    },
  ],
})

const nextOf = (today: string, months: number | null): string =>
  months === null ? '' : typedDay(Temporal.PlainDate.from(today).add({ months }).toString())

export const reviewForm = form({
  path: '/risks/:code/review',
  action: 'risk.keep',
  page: reviewPage,
  read: (body, { site }) => {
    const read = readBody(body)
    const change = read.choice('score', changes, 'Choose whether the score stays')
    return read.done({
      reviewedOn: read.doneOn('reviewedOn', todayOf(site)),
      words: read.text('words', 'Say what was found'),
      nextDue: read.dueOn('nextDue', todayOf(site)),
      score: change === 'changed' ? read.score() : null,
      seen: read.seen,
      sure: read.sure,
    })
  },
  run: (db, actor, input, { params, site }) =>
    askedFirst('nextDue', () => reviewRisk(db, actor, { ...input, code: params.code, today: todayOf(site) })),
  leadsTo: (_, { params }) => `/risks/${params.code}?done=reviewed`,
})
