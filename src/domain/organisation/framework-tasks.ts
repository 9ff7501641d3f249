import type { Action } from '../access/can.ts'
import type { Role } from '../access/roles.ts'

/** Which role of this service each group of the framework's performance management structure is. */
export const rolesOfGroups: Readonly<Record<string, Role>> = {
  'full-council': 'full-council',
  leader: 'leader',
  'cabinet-members': 'cabinet-member',
  'overview-and-scrutiny': 'scrutiny',
  'all-councillors': 'councillor',
  'chief-executive': 'chief-executive',
  'executive-directors': 'executive-director',
  'assistant-directors': 'assistant-director',
  'service-managers-and-team-managers': 'service-manager',
  'audit-team': 'internal-audit',
  'business-intelligence-team': 'business-intelligence',
  'frontline-teams-staff': 'frontline',
}

export type TaskPage = { readonly text: string; readonly href: string; readonly action: Action }

const home: TaskPage = { text: 'How the council is doing', href: '/', action: 'home.view' }
const plans: TaskPage = { text: 'Plans', href: '/plans', action: 'plan.view' }
const thread: TaskPage = { text: 'The golden thread', href: '/thread', action: 'thread.view' }
const reports: TaskPage = { text: 'Reports', href: '/reports', action: 'report.view' }
const scorecard: TaskPage = {
  text: 'Corporate scorecard',
  href: '/scorecards/corporate',
  action: 'measure.view',
}
const register: TaskPage = { text: 'Register of measures', href: '/measures', action: 'measure.view' }
const quality: TaskPage = {
  text: 'How well the measures are defined',
  href: '/measures/quality',
  action: 'measure.view',
}
const methods: TaskPage = { text: 'How figures are judged', href: '/about/methods', action: 'about.view' }
const trail: TaskPage = { text: 'Event trail', href: '/audit', action: 'audit.view' }
const revenue: TaskPage = { text: 'Revenue', href: '/finance/revenue', action: 'finance.view' }
const myList: TaskPage = { text: 'My list', href: '/my', action: 'cycle.view' }
const cycles: TaskPage = { text: 'Reporting cycles', href: '/cycles', action: 'cycle.view' }
const calendar: TaskPage = { text: 'Calendar', href: '/calendar', action: 'calendar.view' }
const samples: TaskPage = { text: 'Audit samples', href: '/audit/samples', action: 'audit-sample.view' }
const signals: TaskPage = {
  text: 'Issues, questions and good news',
  href: '/signals',
  action: 'signal.view',
}
const people: TaskPage = { text: 'People', href: '/people', action: 'people.view' }

/** The pages that help with a task, by the words of the framework. */
const helps: readonly { readonly when: RegExp; readonly pages: readonly TaskPage[] }[] = [
  { when: /council plan|service plans|team plans/i, pages: [plans, thread, calendar] },
  { when: /CPOR/, pages: [reports, home, scorecard, calendar] },
  { when: /data entry|QSR narrative/i, pages: [myList] },
  { when: /QSR/, pages: [cycles, scorecard, register, revenue, calendar] },
  { when: /corporate performance information/i, pages: [home, scorecard, signals] },
  { when: /framework and KPI suite/i, pages: [methods, quality] },
  { when: /register of KPIs/i, pages: [register, quality, people] },
  { when: /sample-test/i, pages: [samples] },
  { when: /quality assure/i, pages: [cycles] },
  { when: /sample-test|quality assure/i, pages: [quality, register, trail] },
  { when: /analyse data|insight/i, pages: [scorecard, register, signals] },
]

/** Every task of a group, each with the pages that help with it, no page twice in one task. */
export const tasksOf = (tasks: string): { readonly task: string; readonly pages: readonly TaskPage[] }[] =>
  tasks
    .split('|')
    .map((task) => task.trim())
    .filter((task) => task !== '')
    .map((task) => ({
      task,
      pages: [...new Set(helps.filter(({ when }) => when.test(task)).flatMap(({ pages }) => pages))],
    }))
