import { command, type Done } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { type Approval, whyNotApproved } from '../../domain/finance/capital-approval.ts'
import {
  type CapitalChange,
  type ChangeKind,
  type ChangeProblem,
  planChange,
} from '../../domain/finance/capital-changes.ts'
import { sumPence } from '../../domain/money.ts'
import { addChange, nextChangeNumber } from './add-change.ts'
import { capitalView } from './queries.ts'

export type ChangeInput = {
  readonly programme: string
  /** The number of the last change when the form was shown. */
  readonly seen: number
  readonly change: CapitalChange
  readonly funding: string | null
  readonly approval: Approval
  readonly note: string | null
}

export type ChangeRecorded =
  | { readonly ok: true; readonly number: number }
  | {
      readonly ok: false
      readonly problem: { readonly part: ChangeProblem['part'] | 'route'; readonly says: string }
    }

/**
 * Records a change to a programme since its meeting: the change, and what it adds to and takes from which scheme in which
 * year. Nothing that was there is overwritten.
 */
export const recordCapitalChange = (db: Db, actor: Actor, input: ChangeInput): Promise<ChangeRecorded> =>
  command(db, actor, 'finance.record', async (db): Promise<Done<ChangeRecorded>> => {
    const { programme, seen, change, approval } = input
    await hold(db, `capital programme ${programme}`)
    const number = await nextChangeNumber(db, programme)
    if (number !== seen + 1)
      throw new Conflict('Another change to this programme was recorded meanwhile. Look at it first.')
    const { capital } = await capitalView(db, programme)
    const schemes = capital.services.flatMap((service) => service.schemes)
    const plan = planChange(schemes, change)
    const refused = (problem: Extract<ChangeRecorded, { ok: false }>['problem']) =>
      ({ result: { ok: false, problem }, event: null }) as const
    if (!plan.ok) return refused({ part: plan.part, says: plan.says })
    const amount = sumPence(plan.adjustments.map((each) => each.amount).filter((each) => each > 0n))
    const why = approval.route === null ? unapproved(change.kind) : whyNotApproved(approval.route, amount)
    if (why !== null) return refused({ part: 'route', says: why })
    const of = (code: string) => schemes.find((each) => each.code === code)
    const [from, to] = [of(change.scheme), 'toScheme' in change ? of(change.toScheme) : undefined]
    await addChange(db, actor, {
      programme,
      number,
      kind: change.kind,
      service: from?.service ?? '',
      scheme: change.scheme,
      title: from?.title ?? '',
      to: to === undefined ? null : { service: to.service, scheme: to.code },
      amount,
      fromYear: 'year' in change ? change.year : 'fromYear' in change ? change.fromYear : null,
      toYear: 'toYear' in change ? change.toYear : null,
      funding: input.funding,
      approval,
      note: input.note,
      estimate: null,
      adjustments: plan.adjustments,
    })
    // No title and no amount: the event trail is read by some who may not see what is exempt from publication.
    const event = {
      action: 'capital-change.recorded',
      subject: `capital/${programme}/change/${number}`,
      details: { kind: change.kind },
    }
    return { result: { ok: true, number }, event }
  })

const unapproved = (kind: ChangeKind): string | null =>
  kind === 'added'
    ? 'Money enters the programme only when it is approved. Say who approved it, or raise a supplementary estimate.'
    : null
