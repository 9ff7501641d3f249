import { can } from '../../domain/access/can.ts'
import { dayText } from '../../domain/period-text.ts'
import {
  type Progress,
  progressWords,
  type Response,
  responses,
} from '../../domain/signals/recommendation.ts'
import { form, type Problem } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { readDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { reportProgress, respondToRecommendation } from '../recommendation-commands.ts'
import { standingOfRecommendation } from '../recommendation-table.ts'
import { recommendationFor } from '../recommendations.ts'
import { numberIn } from './show.ts'

const notices: Readonly<Record<string, string>> = {
  made: 'The recommendation is recorded.',
  answered: 'The response is recorded.',
  progressed: 'The progress is recorded.',
}
const options = (words: Readonly<Record<string, { readonly text: string }>>) =>
  Object.entries(words).map(([value, { text }]) => ({ value, text }))

export const recommendationPage = page({
  path: '/signals/recommendations/:id',
  action: 'recommendation.view',
  template: 'signals/pages/recommendation.njk',
  view: async (asked) => {
    const { db, actor, params, site, query } = asked
    const each = await recommendationFor(db, numberIn(params.id))
    const response = each.responses.at(-1)
    const base = `/signals/recommendations/${each.id}`
    const answering = { response: '', action: '', byWhen: '', seen: String(each.responses.length) }
    const answerForm = formView(asked, `${base}/response`, answering)
    const telling = { progress: '', words: '', seen: String(each.progress.length) }
    const progressForm = formView(asked, `${base}/progress`, telling, { prefix: 'progress-' })
    const isAccepted = response !== undefined && response.response !== 'not-accepted'
    return {
      words: each.words,
      caption: `${each.forum}, ${dayText(each.madeOn)}`,
      standing: standingOfRecommendation(each, todayOf(site)),
      illustrative: each.illustrative,
      notice: notices[query.get('done') ?? ''] ?? null,
      facts: [
        { term: 'To', text: each.addressedTo },
        { term: 'Evidence heard', text: each.evidence },
        { term: 'Recorded by', text: each.by.name },
      ],
      history: [
        ...each.responses.map(({ response, action, byWhen, by }) => ({
          title: `Response: ${responses[response].text.toLowerCase()}${byWhen ? `, by ${dayText(byWhen)}` : ''}`,
          words: action,
          by: by.name,
        })),
        ...each.progress.map(({ progress, words, by }) => ({
          title: `Progress: ${progressWords[progress].text.toLowerCase()}`,
          words,
          by: by.name,
        })),
      ],
      answerForm: can(actor, 'recommendation.respond').allowed ? answerForm : null,
      responseItems: options(responses),
      progressForm: isAccepted && can(actor, 'recommendation.progress').allowed ? progressForm : null,
      progressItems: options(progressWords),
    }
  },
  title: 'Recommendation',
  breadcrumbs: () => [
    { text: 'Issues, questions and good news', href: '/signals' },
    { text: 'Recommendations', href: '/signals/recommendations' },
  ],
})

const seenIn = (body: URLSearchParams): number => Number(body.get('seen')) || 0

function wordsIn(body: URLSearchParams, field: string, problems: Problem[]): string {
  const words = (body.get(field) ?? '').trim()
  if (words === '') problems.push({ field, text: 'Say it in words' })
  if (words.length > 4000) problems.push({ field, text: 'Write at most 4,000 characters' })
  return words
}

export const responseForm = form({
  path: '/signals/recommendations/:id/response',
  action: 'recommendation.respond',
  page: recommendationPage,
  read: (body) => {
    const problems: Problem[] = []
    const response = body.get('response') ?? ''
    const action = wordsIn(body, 'action', problems)
    const typed = (body.get('byWhen') ?? '').trim()
    const byWhen = readDay(typed)
    if (!Object.hasOwn(responses, response))
      problems.push({ field: 'response', text: 'Choose whether it is accepted' })
    if (byWhen === null && (typed !== '' || response !== 'not-accepted'))
      problems.push({ field: 'byWhen', text: 'Enter the day by which it will be done, such as 31 3 2025' })
    if (problems.length > 0) return { ok: false, problems }
    return { ok: true, input: { seen: seenIn(body), response: response as Response, action, byWhen } }
  },
  run: async (db, actor, input, { params }) => {
    await respondToRecommendation(db, actor, { ...input, id: numberIn(params.id) })
    return { ok: true, result: null }
  },
  leadsTo: (_, { params }) => `/signals/recommendations/${params.id}?done=answered`,
})

export const progressForm = form({
  path: '/signals/recommendations/:id/progress',
  action: 'recommendation.progress',
  page: recommendationPage,
  read: (body) => {
    const problems: Problem[] = []
    const progress = body.get('progress') ?? ''
    const words = wordsIn(body, 'words', problems)
    if (!Object.hasOwn(progressWords, progress))
      problems.push({ field: 'progress', text: 'Choose how far it has come' })
    if (problems.length > 0) return { ok: false, problems }
    return { ok: true, input: { seen: seenIn(body), progress: progress as Progress, words } }
  },
  run: async (db, actor, input, { params }) => {
    await reportProgress(db, actor, { ...input, id: numberIn(params.id) })
    return { ok: true, result: null }
  },
  leadsTo: (_, { params }) => `/signals/recommendations/${params.id}?done=progressed`,
})
