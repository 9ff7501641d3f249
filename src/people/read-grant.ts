import type { GrantInput } from '../access/grant-rows.ts'
import { type GrantKind, grantKinds } from '../domain/access/grant.ts'
import { type Role, roles } from '../domain/access/roles.ts'
import { parseUnit } from '../domain/access/unit.ts'
import type { Problem, Read } from '../web/form.ts'
import { readDay } from '../web/read-day.ts'

/** The fields of a grant as typed, with what is wrong with each. `accounts` are those somebody may stand in for. */
export function readGrant(body: URLSearchParams, accountId: number | null): Read<GrantInput> {
  const problems: Problem[] = []
  const wrong = (field: string, text: string) => problems.push({ field, text })
  const role = body.get('role') ?? ''
  if (!Object.hasOwn(roles, role)) wrong('role', 'Choose a role')
  const unit = parseUnit(body.get('unit') ?? '')
  if (unit === null) wrong('unit', 'Choose what the role is held over')
  const kind = body.get('kind') ?? 'held'
  if (!Object.hasOwn(grantKinds, kind)) wrong('kind', 'Choose how the role is held')
  const from = readDay(body.get('from') ?? '')
  if (from === null) wrong('from', 'Enter the first day, such as 1 9 2024')
  const lastDay = (body.get('until') ?? '').trim()
  const until = lastDay === '' ? null : readDay(lastDay)
  if (lastDay !== '' && until === null)
    wrong('until', 'Enter the last day, such as 30 9 2024, or leave it empty')
  if (from !== null && until !== null && until < from)
    wrong('until', 'The last day must not be before the first')
  const forWhom = Number(body.get('onBehalfOf') || Number.NaN)
  const onBehalfOf = Number.isSafeInteger(forWhom) ? forWhom : null
  if (kind === 'delegated') {
    if (lastDay === '') wrong('until', 'Enter the last day: a role is delegated only for a time')
    if (onBehalfOf === null || onBehalfOf === accountId)
      wrong('onBehalfOf', 'Choose whose role it is, which must be another’s')
  }
  if (problems.length > 0 || unit === null || from === null) return { ok: false, problems }
  return {
    ok: true,
    input: {
      role: role as Role,
      unit,
      kind: kind as GrantKind,
      from,
      until,
      onBehalfOf: kind === 'delegated' ? onBehalfOf : null,
    },
  }
}
