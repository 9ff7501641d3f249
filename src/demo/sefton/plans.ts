import { financialYear } from '../../domain/period.ts'
import type { PlanInput, PlanItemInput, ServicePriorityInput } from '../../planning/commands.ts'
import { orNull, shipped, slug, sourceOf } from '../csv.ts'

export const corporatePlanCode = 'corporate-plan-2024-2027'
export const priorityCode = (priority: string): string => slug(priority)

const yearsFrom = (first: number, afterLast: number) => ({
  ...financialYear(first),
  end: financialYear(afterLast).start,
  granularity: 'span' as const,
})

/** The vision to 2030, its themes, the core purpose and the values, agreed in November 2016. */
export function vision(): PlanInput {
  const themes = shipped('sefton/vision_themes.csv')
  const [first = {}] = themes
  const item =
    (kind: PlanItemInput['kind'], prefix: string, serves: string) =>
    (
      code: string,
      title: string,
      detail: string | null,
      source: string,
      position: number,
    ): PlanItemInput => ({
      code: `${prefix}-${slug(code)}`,
      kind,
      serves,
      position,
      title,
      detail,
      source,
    })
  const theme = item('vision-theme', 'theme', 'vision')
  const element = item('core-purpose-element', 'purpose', 'core-purpose')
  const value = item('value', 'value', 'core-purpose')
  return {
    code: 'vision-2030',
    title: 'Sefton 2030',
    level: 'vision',
    period: { start: '2016-11-01', end: '2031-01-01', granularity: 'span' },
    source: sourceOf(first),
    items: [
      {
        code: 'vision',
        kind: 'vision',
        serves: null,
        position: 1,
        title: first.vision ?? '',
        source: sourceOf(first),
      },
      ...themes.map((row, index) => theme(row.theme ?? '', row.theme ?? '', null, sourceOf(row), index + 1)),
      {
        code: 'core-purpose',
        kind: 'core-purpose',
        serves: 'vision',
        position: themes.length + 1,
        title: 'The council’s core purpose',
        source: sourceOf(shipped('sefton/core_purpose.csv')[0] ?? {}),
      },
      ...shipped('sefton/core_purpose.csv').map((row, index) =>
        element(
          row.element ?? '',
          row.element ?? '',
          orNull(row.description_paraphrased),
          sourceOf(row),
          index + 1,
        ),
      ),
      ...shipped('sefton/values.csv')
        .filter((row) => row.kind === 'value')
        .map((row, index) =>
          value(
            row.corporate_plan_wording ?? '',
            row.corporate_plan_wording ?? '',
            orNull(row.framework_wording),
            sourceOf(row),
            index + 101,
          ),
        ),
    ],
  }
}

/** The earlier corporate plan: the same six priorities, with the objectives it gave them. */
export function earlierCorporatePlan(): PlanInput {
  const priorities = shipped('sefton/priorities.csv')
  const code = 'corporate-plan-2023-2026'
  return {
    code,
    title: 'Corporate Plan 2023 to 2026',
    level: 'corporate',
    period: yearsFrom(2023, 2026),
    source: sourceOf(priorities[0] ?? {}),
    items: [
      planItem(code, 'Corporate Plan 2023 to 2026', 11, sourceOf(priorities[0] ?? {})),
      ...priorities.map((row, index) => ({
        code: `${priorityCode(row.priority ?? '')}-2023`,
        kind: 'priority' as const,
        serves: code,
        position: index + 1,
        title: row.priority ?? '',
        detail: orNull(row.objective_2023),
        source: sourceOf(row),
      })),
    ],
  }
}

/** The corporate plan in force: priorities, outcomes, actions and success measures. */
export function corporatePlan(): PlanInput {
  const priorities = shipped('sefton/priorities.csv')
  const parts = [
    ...servingPriority('outcome', 'sefton/priority_outcomes.csv', 'outcome', 'order'),
    ...servingPriority('action', 'sefton/priority_actions.csv', 'action_paraphrased', 'order_in_priority'),
    ...servingPriority(
      'success-measure',
      'sefton/success_measures.csv',
      'success_measure',
      'order_in_priority',
    ),
  ]
  return {
    code: corporatePlanCode,
    title: 'Corporate Plan 2024 to 2027',
    level: 'corporate',
    period: yearsFrom(2024, 2027),
    source: sourceOf(priorities[0] ?? {}),
    items: [
      planItem(corporatePlanCode, 'Corporate Plan 2024 to 2027', 10, sourceOf(priorities[0] ?? {})),
      ...priorities.map((row, index) => ({
        code: priorityCode(row.priority ?? ''),
        kind: 'priority' as const,
        serves: corporatePlanCode,
        position: index + 1,
        title: row.priority ?? '',
        detail: orNull(row.strapline_2024),
        source: sourceOf(row),
        note: orNull(row.note),
      })),
      ...parts,
    ],
  }
}

const planItem = (code: string, title: string, position: number, source: string): PlanItemInput => ({
  code,
  kind: 'corporate-plan',
  serves: 'core-purpose',
  position,
  title,
  source,
})

// Where the papers name no priority for an item it serves nothing here either, and is reported as a break.
const servingPriority = (
  kind: 'outcome' | 'action' | 'success-measure',
  file: string,
  title: string,
  position: string,
): PlanItemInput[] =>
  shipped(file).map((row) => ({
    code: `${kind}-${row.order}`,
    kind,
    serves: row.priority ? priorityCode(row.priority) : null,
    position: Number(row[position]),
    title: row[title] ?? '',
    due: kind === 'action' ? orNull(row.due_text) : null,
    source: sourceOf(row),
    note: orNull(row.note),
  }))

export const servicePriorities = (): ServicePriorityInput[] =>
  shipped('sefton/service_priorities.csv').map((row) => ({
    service: slug(row.service ?? ''),
    priority: priorityCode(row.priority ?? ''),
    basis: row.basis ?? '',
  }))
