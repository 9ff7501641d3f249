import { type CycleStep, cycleSteps, fourYearCycle, stepOn } from '../../domain/calendar/four-year-cycle.ts'
import { planningStages, stagesInOrder } from '../../domain/calendar/planning-stage.ts'
import { addDays, financialStartYear } from '../../domain/period.ts'
import { dayText, periodText } from '../../domain/period-text.ts'
import type { Plan } from '../../planning/queries.ts'
import { addressWith } from '../../web/address.ts'
import type { Approval, StageRecord } from '../plan-records.ts'
import { stageTable } from './stage-table.ts'

type Facts = {
  readonly plans: readonly Plan[]
  readonly stages: readonly StageRecord[]
  readonly approvals: readonly Approval[]
  readonly today: string
  /** The plan that the address names. */
  readonly asked: string | null
  readonly path: string
  readonly mayKeep: boolean
  readonly notice: string | null
}

export function fourYearsView({ plans, stages, approvals, today, asked, path, mayKeep, notice }: Facts) {
  const corporate = plans.filter(({ level }) => level === 'corporate')
  const plan = corporate.find(({ code }) => code === asked) ?? planNow(corporate, today)
  const steps = plan === null ? [] : fourYearCycle(plan.start)
  const ofPlan = stages.filter((record) => record.plan === plan?.code)
  const now = stepOn(steps, today)
  return {
    notice,
    mayKeep,
    keepHref: plan === null ? '' : `?plan=${plan.code}`,
    lead: plan === null ? 'No corporate plan is recorded here yet.' : nowWords(plan, steps, now, today),
    choices: corporate.map(({ code, title }) => ({
      text: title,
      href: addressWith(path, new URLSearchParams(), { plan: code }),
      current: code === plan?.code,
    })),
    stages: stagesInOrder.map((stage) => planningStages[stage]),
    rows: steps.map((step) => ({
      step: stepWords(step),
      when: step.due === null ? periodText(step.year) : `by ${dayText(step.due)}`,
      isNow: step === now,
      cells: stagesInOrder.map((stage) => cellOf(step, stage, ofPlan)),
    })),
    reading: plan === null ? null : readingWords(plan),
    approvals: approvals
      .filter((approval) => approval.plan === plan?.code)
      .map((approval) => ({ ...approval, on: dayText(approval.approvedOn) })),
    records: ofPlan.map((record) => ({
      ...record,
      title: `${planningStages[record.stage]}, ${yearText(record.yearStart)}`,
      on: dayText(record.doneOn),
    })),
    table: plan === null ? null : stageTable(plan, ofPlan),
  }
}

/** The plan in force, or else the one that came last. */
const planNow = (corporate: readonly Plan[], today: string): Plan | null =>
  corporate.filter(({ start, end }) => start <= today && today < end).at(-1) ?? corporate.at(-1) ?? null

const ordinals = ['first', 'second', 'third', 'fourth']

function nowWords(
  { title }: Plan,
  steps: readonly CycleStep[],
  now: CycleStep | null,
  today: string,
): string {
  const first = steps[0]
  if (now === null)
    return first !== undefined && today < first.year.start
      ? `The four years of ${title} have not begun: ${dayText(first.year.start)} is their first day.`
      : `The four years counted from the start of ${title} are over.`
  const years = financialStartYear(today) - financialStartYear(steps[0]?.year.start ?? today)
  const what =
    now.round === null ? 'the year of the transition plan' : `annual service plans, round ${now.round} of 3`
  return `Now: ${periodText(now.year)}, the ${ordinals[years] ?? ''} of the four years of ${title}: ${what}.`
}

const stepWords = ({ step, round }: CycleStep): string =>
  round === null ? cycleSteps[step] : `${cycleSteps[step]}, round ${round} of 3`

/** What was recorded of a stage in the year of a step. A new plan is made in the year before its first. */
function cellOf(step: CycleStep, stage: StageRecord['stage'], records: readonly StageRecord[]) {
  const year = financialStartYear(step.year.start) - (step.step === 'new-plan' ? 1 : 0)
  const [latest] = records.filter((record) => record.yearStart === year && record.stage === stage)
  return latest === undefined ? null : { on: dayText(latest.doneOn), illustrative: latest.illustrative }
}

const yearText = (start: number): string => `${start}/${String((start + 1) % 100).padStart(2, '0')}`

function readingWords({ title, start, end }: Plan): string {
  const own = `${yearText(financialStartYear(start))} to ${yearText(financialStartYear(addDays(end, -1)))}`
  return `The framework’s papers do not say in which year a cycle began. It is counted here from the first year of ${title}, whose own years are ${own}: the plan is agreed before them, three rounds of annual service plans follow, then a transition plan.`
}
