import {
  type Approval,
  type ApprovalRoute,
  approvalRoutes,
} from '../../../domain/finance/capital-approval.ts'
import { dayText } from '../../../domain/period-text.ts'
import type { Problem } from '../../../web/form.ts'
import { readDay } from '../../../web/read-day.ts'

/** The fields by which a form asks who approved something. */
export const approvalFields = { route: '', body: '', when: '' } as const

/** Who approved it, by which route and when. `needed` is why it must be said; null where it may be left open. */
export function readApproval(body: URLSearchParams, needed: string | null, problems: Problem[]): Approval {
  const typed = (field: string) => (body.get(field) ?? '').trim()
  const [route, who, when] = [typed('route'), typed('body'), typed('when')]
  if (route === '') {
    if (needed !== null) problems.push({ field: 'route', text: needed })
    if (who !== '' || when !== '')
      problems.push({ field: 'route', text: 'Choose who approved it, or leave the name and the day empty' })
    return { route: null, body: null, when: null }
  }
  if (!Object.hasOwn(approvalRoutes, route)) problems.push({ field: 'route', text: 'Choose one of the list' })
  if (who === '' && route === 'delegated')
    problems.push({ field: 'body', text: 'Say which Cabinet Member, by portfolio' })
  if (who.length > 200) problems.push({ field: 'body', text: 'Write at most 200 characters' })
  const day = readDay(when)
  if (day === null) problems.push({ field: 'when', text: 'Enter the day it was approved, such as 25 7 2024' })
  return { route: route as ApprovalRoute, body: who || null, when: day === null ? null : dayText(day) }
}

export const routeChoices = (chosen: string, none: string) => [
  { value: '', text: none },
  ...Object.entries(approvalRoutes).map(([value, text]) => ({ value, text, selected: value === chosen })),
]
