import type { Role } from '../../domain/access/roles.ts'
import type { CalendarKind } from '../../domain/calendar/calendar-kind.ts'
import type { CalendarRule, Covering } from '../../domain/calendar/calendar-rule.ts'
import { type CsvRecord, orNull, shipped, sourceOf } from '../csv.ts'

/** The reporting and planning calendar of the framework. What its papers leave blank stays blank. */
export const calendarRules = (): CalendarRule[] => [
  ...fourYearCycle(),
  ...planningCycle(),
  ...localCycle(),
  ...reports(),
  ...panels(),
  ...auditOfMeasures(),
]

const rule = (
  code: string,
  record: CsvRecord,
  some: Partial<CalendarRule> & Pick<CalendarRule, 'title' | 'kind'>,
): CalendarRule => ({
  code,
  detail: null,
  cadence: null,
  often: null,
  firstMonth: null,
  lastMonth: null,
  cycleStart: null,
  covers: null,
  forum: null,
  roles: [],
  source: sourceOf(record),
  note: null,
  ...some,
})

const planMakers: readonly Role[] = ['executive-director', 'assistant-director', 'service-manager']

/**
 * Which of the rules in words give dates. In which year a cycle began is said nowhere, so no cycle has a year. Where one
 * line of the paper names several things, each is a rule of its own, so that
 * each role and kind finds it, unless another paper names its month.
 */
const cycles: Readonly<Record<string, readonly Partial<CalendarRule>[]>> = {
  1: [{ cadence: 'four-yearly' }],
  2: [{ cadence: 'four-yearly', lastMonth: 3, roles: ['full-council'] }],
  4: [{ cadence: 'annual' }],
  5: [{ cadence: 'annual', firstMonth: 10, lastMonth: 12, roles: planMakers }],
  6: [
    {
      title: 'Service plans and operational plans are developed',
      cadence: 'annual',
      firstMonth: 9,
      lastMonth: 1,
      covers: 'next-year',
      roles: planMakers,
    },
    {
      title: 'Budget planning',
      kind: 'budget',
      cadence: 'annual',
      firstMonth: 9,
      lastMonth: 1,
      covers: 'next-year',
    },
  ],
  7: [
    { title: 'Budget milestones', kind: 'budget', cadence: 'annual' },
    {
      title: 'Review of the framework',
      kind: 'framework',
      cadence: 'annual',
      roles: ['business-intelligence'],
    },
    { title: 'Review of strategic and operational risk', kind: 'risk', cadence: 'annual' },
  ],
}

const fourYearCycle = (): CalendarRule[] =>
  shipped('sefton/cycle_rules.csv').flatMap((record) => {
    const said = record.rule_paraphrased ?? ''
    const order = record.order ?? ''
    return (cycles[order] ?? [{}]).map((some, index) =>
      rule(index === 0 ? `cycle-${order}` : `cycle-${order}-${index + 1}`, record, {
        title: said,
        kind: 'planning',
        detail: some.title === undefined ? null : said,
        ...some,
      }),
    )
  })

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const coverings: Readonly<Record<string, Covering>> = {
  'previous financial year Q4': 'previous-q4',
  'previous financial year': 'previous-year',
  Q1: 'q1',
  Q2: 'q2',
  Q3: 'q3',
  'next financial year': 'next-year',
}

const reporters: readonly Role[] = [
  'leader',
  'cabinet-member',
  'scrutiny',
  'chief-executive',
  'executive-director',
  'assistant-director',
  'service-manager',
  'business-intelligence',
]

/** What it is about, and who has a task in it by the tasks that the framework gives to roles (roles.csv); else it is nobody's by name. */
const planned: readonly (readonly [activity: RegExp, is: Pick<CalendarRule, 'kind' | 'roles'>])[] = [
  [/^Quarter \d performance report$/i, { kind: 'reporting', roles: reporters }],
  [/^Outturn report/, { kind: 'budget', roles: [] }],
  [/^Medium Term Financial/, { kind: 'budget', roles: [] }],
  [/^Service improvement planning/, { kind: 'planning', roles: planMakers }],
  [/^Sign-off service improvement plans/, { kind: 'planning', roles: ['cabinet-member'] }],
  [/^Confirmation of New Performance/, { kind: 'performance', roles: ['business-intelligence'] }],
]

function planningCycle(): CalendarRule[] {
  const said = shipped('sefton/planning_cycle.csv').filter(({ activity }) => activity !== '')
  return said.map((record) => {
    const month = months.indexOf(record.month ?? '') + 1
    const title = record.activity ?? ''
    return rule(`planning-${record.order}`, record, {
      title,
      cadence: 'annual',
      firstMonth: month,
      lastMonth: month,
      covers: coverings[record.period_covered ?? ''] ?? null,
      ...(planned.find(([activity]) => activity.test(title))?.[1] ?? { kind: 'planning', roles: [] }),
      note: record.certainty === 'clear' ? null : orNull(record.certainty),
    })
  })
}

const localCadences = {
  Weekly: 'weekly',
  Monthly: 'monthly',
  Quarterly: 'quarterly',
  Yearly: 'annual',
} as const

const monitors: Readonly<Record<string, readonly Role[]>> = {
  'Service Area Departmental and Service Management Teams': ['service-manager'],
  'Team Meetings': ['service-manager', 'frontline'],
  'Staff one to ones': ['service-manager', 'frontline'],
  Scrutiny: ['scrutiny'],
  'Portfolio Holders': ['cabinet-member'],
  'Executive Directors': ['executive-director'],
}

const yearly: Readonly<Record<string, CalendarKind>> = {
  'Financial year outturn report': 'budget',
  'Performance Annual Report': 'reporting',
}

const localCycle = (): CalendarRule[] =>
  shipped('sefton/monitoring_frequency.csv').map((record) => {
    const cadence = localCadences[record.frequency as keyof typeof localCadences]
    const item = record.item ?? ''
    return rule(`local-${record.order}`, record, {
      title: cadence === 'annual' ? item : `Monitoring: ${item}`,
      kind: yearly[item] ?? 'performance',
      cadence,
      roles: monitors[item] ?? [],
    })
  })

/** What a frequency in the papers' words says of dates. 'Regular' and 'as data is updated' say nothing. */
const frequencies: Readonly<Record<string, Partial<CalendarRule>>> = {
  quarterly: { cadence: 'quarterly' },
  monthly: { cadence: 'monthly' },
  annual: { cadence: 'annual' },
  'monthly from July': {
    cadence: 'monthly',
    firstMonth: 7,
    lastMonth: 3,
    note: 'Read as July to March of each financial year.',
  },
}

const sitting: Readonly<Record<string, readonly Role[]>> = {
  Cabinet: ['leader', 'cabinet-member'],
  'Senior Leadership Board and Improvement Board(s)': ['chief-executive', 'executive-director'],
  'Senior Leadership Board (set-aside session)': ['chief-executive', 'executive-director'],
  'Service Management Meetings': ['service-manager'],
  'Performance meetings / clinics': ['service-manager', 'frontline'],
  'Supervision and appraisal': ['service-manager', 'frontline'],
  'Overview and Scrutiny Committees': ['scrutiny'],
  'Directorate Management Team and portfolio holder': [
    'executive-director',
    'assistant-director',
    'cabinet-member',
  ],
  'Strategic Performance Group': ['chief-executive'],
  'Cabinet and Council': ['leader', 'cabinet-member', 'full-council'],
  'Cabinet Member then Cabinet': ['cabinet-member'],
}

const reports = (): CalendarRule[] =>
  shipped('sefton/reporting_levels.csv').map((record) => {
    const said = frequencies[record.frequency ?? '']
    return rule(`report-${record.order}`, record, {
      title: record.report ?? '',
      kind: record.kind === 'finance' ? 'budget' : record.kind === 'risk' ? 'risk' : 'reporting',
      detail: orNull(record.purpose_paraphrased),
      often: said && !said.firstMonth ? null : orNull(record.frequency),
      forum: orNull(record.forum),
      roles: sitting[record.forum ?? ''] ?? [],
      ...said,
    })
  })

/** Forums of a known interval that the reporting levels do not name. */
const otherPanels = [
  'SEND weekly funding panel',
  'Buildings and Maintenance group (SEND sufficiency)',
  'Public Engagement and Consultation Panel',
]

const panels = (): CalendarRule[] =>
  shipped('sefton/forums.csv')
    .filter(({ forum }) => otherPanels.includes(forum ?? ''))
    .map((record, index) =>
      rule(`panel-${index + 1}`, record, {
        title: record.forum ?? '',
        kind: 'performance',
        detail: orNull(record.purpose_paraphrased),
        ...(record.frequency === 'weekly' ? { cadence: 'weekly' } : { often: orNull(record.frequency) }),
      }),
    )

const auditOfMeasures = (): CalendarRule[] =>
  shipped('sefton/roles.csv')
    .filter(({ body }) => body === 'Audit Team')
    .map((record) =>
      rule('audit-of-measures', record, {
        title: record.role ?? '',
        kind: 'performance',
        detail: orNull(record.task),
        cadence: 'annual',
        roles: ['internal-audit'],
      }),
    )
