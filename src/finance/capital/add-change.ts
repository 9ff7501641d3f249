import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { Approval } from '../../domain/finance/capital-approval.ts'
import type { Adjustment, ChangeKind } from '../../domain/finance/capital-changes.ts'
import type { PlannedChange } from '../../domain/finance/plan-capital-changes.ts'
import type { Pence } from '../../domain/money.ts'

export type NewChange = {
  readonly programme: string
  readonly number: number
  readonly kind: ChangeKind
  readonly service: string
  readonly scheme: string
  readonly title: string
  readonly to: { readonly service: string; readonly scheme: string } | null
  readonly amount: Pence
  readonly fromYear: string | null
  readonly toYear: string | null
  readonly funding: string | null
  readonly approval: Approval
  readonly note: string | null
  readonly estimate: number | null
  readonly adjustments: readonly Adjustment[]
}

/** The number that the next change of a programme gets. Hold the programme first. */
export async function nextChangeNumber(db: Db, programme: string): Promise<number> {
  const { last } = await db
    .selectFrom('capital_change')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('programme', '=', programme)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** Adds a change that was planned on the schemes of a programme. A part of commands. */
export const addPlannedChange = (
  db: Db,
  actor: Actor,
  { programme, number }: Pick<NewChange, 'programme' | 'number'>,
  { change, from, to, ...planned }: PlannedChange,
): Promise<void> =>
  addChange(db, actor, {
    ...planned,
    programme,
    number,
    kind: change.kind,
    service: from.service,
    scheme: from.code,
    title: from.title,
    to: to === null ? null : { service: to.service, scheme: to.code },
    fromYear: 'year' in change ? change.year : 'fromYear' in change ? change.fromYear : null,
    toYear: 'toYear' in change ? change.toYear : null,
    estimate: null,
  })

/** Adds a change with its effect on the programme. A part of commands. */
export async function addChange(db: Db, actor: Actor, change: NewChange): Promise<void> {
  const { programme, number, approval, to, adjustments } = change
  const held = await db
    .selectFrom('capital_scheme')
    .select('illustrative')
    .where('code', 'in', [change.scheme, to?.scheme ?? change.scheme])
    .execute()
  const illustrative = actor.illustrative === true || held.some((each) => each.illustrative)
  const keys = { authority_id: actor.authorityId, programme }
  await db
    .insertInto('capital_change')
    .values({
      ...keys,
      number,
      printed: false,
      kind: change.kind,
      service_code: change.service,
      scheme_code: change.scheme,
      title: change.title,
      to_service_code: to?.service ?? null,
      to_scheme_code: to?.scheme ?? null,
      amount_pence: String(change.amount),
      from_year: change.fromYear,
      to_year: change.toYear,
      funding: change.funding,
      approval_route: approval.route,
      approval_body: approval.body,
      approved_when: approval.when,
      note: change.note,
      estimate_id: change.estimate,
      by_name: actor.name,
      by_role: actor.role,
      by_account_id: actor.accountId ?? null,
      illustrative,
    })
    .execute()
  await db
    .insertInto('capital_adjustment')
    .values(
      adjustments.map(({ scheme, year, amount }) => ({
        ...keys,
        change_number: number,
        scheme_code: scheme,
        financial_year: year,
        amount_pence: String(amount),
        illustrative,
      })),
    )
    .execute()
}
