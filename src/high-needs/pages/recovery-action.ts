import { can } from '../../domain/access/can.ts'
import { englishDay } from '../../domain/english-day.ts'
import { actionProgress } from '../../domain/high-needs/recovery.ts'
import { millionsDecimal, poundsMillionText } from '../../domain/money.ts'
import { dayText } from '../../domain/period-text.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { highNeedsNav, highNeedsTrail } from '../nav.ts'
import { readAction } from '../read-action.ts'
import { reviseRecoveryAction } from '../record-recovery.ts'
import { recoveryActionFor, type ToldAction } from '../recovery.ts'
import { standingOf } from '../recovery-tables.ts'
import { monthText } from '../words.ts'
import { progressItems } from './recovery-plan.ts'

/** One action of the recovery plan, everything that was said of it, and where something else is said. */
export const recoveryActionPage = page({
  path: '/high-needs/recovery-plan/:code',
  action: 'high-needs.view',
  template: 'high-needs/pages/recovery-action.njk',
  view: async (asked) => {
    const { db, actor, params, query, site } = asked
    const { latest, told } = await recoveryActionFor(db, params.code)
    const reviseForm = formView(asked, `/high-needs/recovery-plan/${latest.code}`, {
      workstream: latest.workstream,
      title: latest.title,
      startsIn: latest.startsIn ?? '',
      endsIn: latest.endsIn ?? '',
      value: latest.value === null ? '' : millionsDecimal(latest.value),
      progress: latest.progress,
      words: latest.words ?? '',
      source: latest.source,
      seen: String(told.length),
    })
    return {
      nav: highNeedsNav('/high-needs/recovery-plan'),
      title: latest.title,
      workstream: latest.workstream,
      illustrative: latest.illustrative,
      status: standingOf(latest, todayOf(site)),
      facts: factsOf(latest),
      history: told.map((each) => ({
        what: `${actionProgress[each.progress].text}. ${datesText(each)}. Value: ${valueText(each)}${each.words ? `. ${each.words}` : ''}`,
        by: `${each.by}, ${dayText(englishDay(each.at))}`,
      })),
      notice: query.get('done') === 'revised' ? 'That is recorded; what was said before stays below.' : null,
      form: can(actor, 'high-needs.keep').allowed ? reviseForm : null,
      progressItems: progressItems(reviseForm.values.progress),
    }
  },
  title: ({ title }) => title,
  breadcrumbs: () => [...highNeedsTrail, { text: 'Recovery plan', href: '/high-needs/recovery-plan' }],
})

const valueText = ({ value }: ToldAction): string =>
  value === null ? 'not stated' : `${poundsMillionText(value)} in a full year`

function datesText({ startsIn, endsIn, datesBasis }: ToldAction): string {
  if (startsIn === null && endsIn === null) return 'Dates not stated'
  const [from, to] = [startsIn, endsIn].map((month) => (month === null ? 'not stated' : monthText(month)))
  return `${from} to ${to} (${datesBasis})`
}

const factsOf = (action: ToldAction) => [
  { term: 'When', text: datesText(action) },
  { term: 'What it saves', text: valueText(action) },
  { term: 'In words', text: action.words ?? 'not stated' },
  { term: 'Source', text: action.source },
]

export const reviseActionForm = form({
  path: '/high-needs/recovery-plan/:code',
  action: 'high-needs.keep',
  page: recoveryActionPage,
  read: (body) => {
    const read = readAction(body)
    return read.ok ? { ok: true, input: { ...read.input, seen: Number(body.get('seen')) || 0 } } : read
  },
  run: async (db, actor, input, { params }) => {
    await reviseRecoveryAction(db, actor, { ...input, code: params.code })
    return { ok: true, result: null }
  },
  leadsTo: (_, { params }) => `/high-needs/recovery-plan/${params.code}?done=revised`,
})
