import { NotFound } from '../../access/refusals.ts'
import { type Role, roles } from '../../domain/access/roles.ts'
import { dayText } from '../../domain/period-text.ts'
import { aboutKinds, levelAbove, levels, type Step, signalKinds, steps } from '../../domain/signals/signal.ts'
import { waitsFor } from '../../domain/signals/who-acts.ts'
import { namedUnits, unitNamed } from '../../people/queries.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { forumsOf, type Signal, signalFor } from '../queries.ts'
import { signalRow } from '../signal-row.ts'
import { stepsOpenTo } from '../waiting-for.ts'

const notices: Readonly<Record<string, string>> = {
  raised: 'It is raised. You find it under ‘What I raised’, with every step.',
  step: 'That is recorded, and whoever raised it sees it.',
  replied: 'Thank you. That is recorded.',
}

/** The number in an address. */
export function numberIn(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new NotFound('There is nothing of that number here.')
  return Number(text)
}

/** One thing that was raised, every step about it, and what the reader can do next. */
export const signalPage = page({
  path: '/signals/:id',
  action: 'signal.view',
  template: 'signals/pages/show.njk',
  view: async (asked) => {
    const { db, actor, params, query, site } = asked
    const today = todayOf(site)
    const signal = await signalFor(db, numberIn(params.id))
    const open = await stepsOpenTo(db, actor, signal, today)
    const isReply = signal.standing.state === 'answered'
    const base = `/signals/${signal.id}`
    const seen = String(signal.steps.length)
    const only = open.length === 1 ? (open[0] ?? '') : ''
    const stepForm = formView(asked, `${base}/steps`, { step: only, words: '', forum: '', seen })
    const replyForm = formView(asked, `${base}/reply`, { reply: '', words: '', seen }, { prefix: 'reply-' })
    const units = await namedUnits(db, today)
    return {
      ...showView(signal, today),
      unit: signal.unit === null ? 'Nobody is named: the Performance team' : unitNamed(units, signal.unit),
      notice: notices[query.get('done') ?? ''] ?? null,
      stepForm: open.length > 0 && !isReply ? stepForm : null,
      stepItems: open.map((value) => ({ value, text: stepWords(value, signal) })),
      forumItems: open.includes('put-to-forum')
        ? [
            { value: '', text: 'Choose a forum' },
            ...(await forumsOf(db)).map(({ code, name }) => ({
              value: code,
              text: name,
              selected: code === stepForm.values.forum,
            })),
          ]
        : [],
      replyForm: open.length > 0 && isReply ? replyForm : null,
    }
  },
  title: ({ title }) => title,
  breadcrumbs: () => [{ text: 'Issues, questions and good news', href: '/signals' }],
})

function stepWords(step: Step, { standing: { level } }: Signal): string {
  const above = levelAbove(level)
  if (step === 'taken-up') return 'Take it up: I am looking into it'
  if (step === 'answered') return 'Answer it'
  if (step === 'passed-up') return `Pass it up to the ${above ? levels[above].text.toLowerCase() : ''}`
  if (step === 'put-to-forum') return 'Put it to a forum'
  return step === 'decided' ? 'Record what the forum decided' : 'Tell whoever raised it what comes of it'
}

export function showView(signal: Signal, today: string) {
  const { kind, about, words, raisedBy, raisedByRole, raisedOn, standing, illustrative } = signal
  const row = signalRow(signal, today)
  const isOpen = standing.state === 'waiting' || standing.state === 'decided'
  return {
    title: `${signalKinds[kind]} about ${about.title}`,
    aboutHref: about.href,
    aboutWords: `Open the ${aboutKinds[about.kind].toLowerCase()}`,
    words,
    illustrative,
    raised: `${byWords(raisedByRole, raisedBy.name)}, ${dayText(raisedOn)}`,
    status: { tone: row.tone, text: row.state },
    waits: isOpen ? `It waits for the ${waitsFor(standing, signal)}. ${row.due ?? ''}.` : null,
    steps: signal.steps.map((step) => ({
      title: step.forum === null ? steps[step.step] : `${steps[step.step]}: ${step.forum}`,
      level: step.step === 'settled' || step.step === 'not-settled' ? null : levels[step.level].text,
      words: step.words,
      by: `${byWords(step.byRole, step.by.name)}, ${dayText(step.day)}`,
    })),
  }
}

/** The post, with the role it was used in where the post does not say so itself. */
const byWords = (role: Role, post: string): string =>
  post.startsWith(roles[role]) ? post : `${post}, as ${roles[role]}`
