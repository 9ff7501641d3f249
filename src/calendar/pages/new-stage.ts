import { type PlanningStage, planningStages, yearsOfPlan } from '../../domain/calendar/planning-stage.ts'
import { financialStartYear, financialYear } from '../../domain/period.ts'
import { periodText } from '../../domain/period-text.ts'
import { plans } from '../../planning/queries.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { recordPlanStage } from '../plan-commands.ts'
import { readOccurrence } from '../read-occurrence.ts'

const path = '/calendar/four-years/stages/new'

export const newStagePage = page({
  path,
  action: 'calendar.keep',
  template: 'calendar/pages/new-stage.njk',
  view: async (asked) => {
    const all = (await plans(asked.db)).filter(({ level }) => level !== 'vision')
    const today = todayOf(asked.site)
    const first = {
      plan: asked.query.get('plan') ?? all.at(-1)?.code ?? '',
      year: String(financialStartYear(today)),
      stage: '',
      on: today,
      by: '',
      note: '',
    }
    const { values, ...rest } = formView(asked, path, first)
    const years = [...new Set(all.flatMap(yearsOfPlan))].toSorted()
    return {
      form: { ...rest, values },
      plans: all.map(({ code, title }) => ({ value: code, text: title, selected: code === values.plan })),
      years: years.map((year) => ({
        value: String(year),
        text: periodText(financialYear(year)),
        selected: String(year) === values.year,
      })),
      stages: Object.entries(planningStages).map(([value, text]) => ({ value, text })),
    }
  },
  title: 'Record a stage of a plan',
  breadcrumbs: () => [
    { text: 'Calendar', href: '/calendar' },
    { text: 'The four-year cycle', href: '/calendar/four-years' },
  ],
})

export const newStageForm = form({
  path,
  action: 'calendar.keep',
  page: newStagePage,
  read: (body, { site }) => {
    const { plan, on, by, note, problems } = readOccurrence(body, todayOf(site))
    const stage = body.get('stage') ?? ''
    const year = body.get('year') ?? ''
    if (!isStage(stage)) problems.unshift({ field: 'stage', text: 'Choose which stage was done' })
    if (!/^\d{4}$/.test(year)) problems.unshift({ field: 'year', text: 'Choose the year it was done for' })
    if (problems.length > 0 || on === null || !isStage(stage)) return { ok: false, problems }
    return { ok: true, input: { plan, yearStart: Number(year), stage, doneOn: on, doneBy: by, note } }
  },
  run: async (db, actor, input) =>
    (await recordPlanStage(db, actor, input))
      ? { ok: true, result: input.plan }
      : {
          ok: false,
          problems: [{ field: 'year', text: 'Choose a year of this plan, or the one before it' }],
        },
  leadsTo: (plan) => `/calendar/four-years?plan=${encodeURIComponent(plan)}&done=stage`,
})

const isStage = (text: string): text is PlanningStage => Object.hasOwn(planningStages, text)
