import { can } from '../../domain/access/can.ts'
import { form, type Problem } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { readDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { forumsOf } from '../queries.ts'
import { makeRecommendation } from '../recommendation-commands.ts'
import { recommendationTable } from '../recommendation-table.ts'
import { recommendationsOf } from '../recommendations.ts'

const LONGEST = 4000

/** What scrutiny recommended, and what became of it. */
export const recommendationsPage = page({
  path: '/signals/recommendations',
  action: 'recommendation.view',
  template: 'signals/pages/recommendations.njk',
  view: async (asked) => {
    const { db, actor, site } = asked
    const today = todayOf(site)
    const fields = { forum: '', madeOn: today, words: '', evidence: '', addressedTo: 'Cabinet' }
    const makeForm = formView(asked, '/signals/recommendations', fields)
    const mayMake = can(actor, 'recommendation.make').allowed
    const all = await recommendationsOf(db)
    return {
      table: recommendationTable(all, today),
      isEmpty: all.length === 0,
      form: mayMake ? makeForm : null,
      forums: mayMake
        ? [
            { value: '', text: 'Choose a forum' },
            ...(await forumsOf(db)).map(({ code, name }) => ({
              value: code,
              text: name,
              selected: code === makeForm.values.forum,
            })),
          ]
        : [],
    }
  },
  title: 'Recommendations of scrutiny',
  breadcrumbs: () => [{ text: 'Issues, questions and good news', href: '/signals' }],
  tables: ({ table }) => [table],
})

export const makeForm = form({
  path: '/signals/recommendations',
  action: 'recommendation.make',
  page: recommendationsPage,
  read: (body) => {
    const problems: Problem[] = []
    const text = (field: string, problem: string): string => {
      const words = (body.get(field) ?? '').trim()
      if (words === '') problems.push({ field, text: problem })
      if (words.length > LONGEST) problems.push({ field, text: `Write at most ${LONGEST} characters` })
      return words
    }
    const forum = text('forum', 'Choose the forum that recommends it')
    const madeOn = readDay(body.get('madeOn') ?? '')
    if (madeOn === null)
      problems.push({ field: 'madeOn', text: 'Enter the day of the meeting, such as 25 7 2024' })
    const words = text('words', 'Say what is recommended')
    const evidence = text('evidence', 'Say what evidence was heard')
    const addressedTo = text('addressedTo', 'Say to whom it is addressed')
    if (madeOn === null || problems.length > 0) return { ok: false, problems }
    return { ok: true, input: { forum, madeOn, words, evidence, addressedTo } }
  },
  run: async (db, actor, input) => ({ ok: true, result: await makeRecommendation(db, actor, input) }),
  leadsTo: (id) => `/signals/recommendations/${id}?done=made`,
})
