import { command, type Done } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { CapitalScheme } from '../../domain/finance/capital.ts'
import { type Approval, approvalRoutes, whyNotApproved } from '../../domain/finance/capital-approval.ts'
import { planChange } from '../../domain/finance/capital-changes.ts'
import { addChange, nextChangeNumber } from './add-change.ts'
import { addExemption } from './add-exemption.ts'
import { estimateFor, type HeldEstimate } from './estimates.ts'
import { capitalView } from './queries.ts'
import { schemesOf } from './scheme.ts'

export type Decision = { readonly words: string | null } & (
  | { readonly step: 'refused' | 'withdrawn' }
  | {
      readonly step: 'approved'
      readonly approval: Approval
      /** The programme and the year that it enters. */
      readonly programme: string
      readonly year: string
      /** The scheme it is added to; null makes a scheme of its own, of this service. */
      readonly scheme: string | null
      readonly service: string | null
    }
)

export type DecideInput = Decision & { readonly id: number }

export type Decided =
  | { readonly ok: true }
  | { readonly ok: false; readonly field: 'route' | 'year' | 'scheme' | 'service'; readonly says: string }

/** Records what was decided of an estimate. Approved, and only then, it enters the programme. */
export const decideEstimate = (db: Db, actor: Actor, input: DecideInput): Promise<Decided> =>
  command(db, actor, 'finance.record', async (db): Promise<Done<Decided>> => {
    await hold(db, `estimate ${input.id}`)
    const estimate = await estimateFor(db, input.id)
    if (estimate.decision !== null)
      throw new Conflict(`It was decided already: ${estimate.standing.text.toLowerCase()}.`)
    if (input.step === 'approved') {
      const refused = await enter(db, actor, estimate, input)
      if (refused !== null) return { result: refused, event: null }
    }
    const approval = input.step === 'approved' ? input.approval : null
    await db
      .insertInto('supplementary_estimate_step')
      .values({
        authority_id: actor.authorityId,
        estimate_id: input.id,
        number: 1,
        step: input.step,
        route: approval?.route ?? null,
        body: bodyOf(approval),
        decided_when: approval?.when ?? null,
        words: input.words,
        by_name: actor.name,
        by_role: actor.role,
        by_account_id: actor.accountId ?? null,
        illustrative: actor.illustrative === true || estimate.illustrative,
      })
      .execute()
    const event = {
      action: 'estimate.decided',
      subject: `estimate/${input.id}`,
      details: { step: input.step },
    }
    return { result: { ok: true }, event }
  })

const bodyOf = (approval: Approval | null): string | null =>
  approval === null || approval.route === null ? null : (approval.body ?? approvalRoutes[approval.route])

type Refused = Extract<Decided, { ok: false }>

/** The estimate as an addition to the programme; the refusal, when it may not be one. */
async function enter(
  db: Db,
  actor: Actor,
  estimate: HeldEstimate,
  input: Extract<DecideInput, { step: 'approved' }>,
): Promise<Refused | null> {
  const { programme, year, approval } = input
  const why =
    approval.route === null ? 'Say who approved it.' : whyNotApproved(approval.route, estimate.amount)
  if (why !== null) return { ok: false, field: 'route', says: why }
  await hold(db, `capital programme ${programme}`)
  const schemes = schemesOf(await capitalView(db, programme))
  const service = estimate.service ?? input.service
  if (input.scheme === null && service === null)
    return { ok: false, field: 'service', says: 'Choose the service that the new scheme belongs to.' }
  const scheme = input.scheme ?? `capital-${(await lastNumber(db)) + 1}`
  const fresh: CapitalScheme = {
    code: scheme,
    title: estimate.title,
    service: service ?? '',
    serviceName: '',
    budget: {},
  }
  const plan = planChange(input.scheme === null ? [...schemes, fresh] : schemes, {
    kind: 'added',
    scheme,
    year,
    amount: estimate.amount,
  })
  if (!plan.ok) return { ok: false, field: plan.part === 'year' ? 'year' : 'scheme', says: plan.says }
  if (input.scheme === null) await addScheme(db, actor, fresh, estimate)
  const held = schemes.find(({ code }) => code === scheme) ?? fresh
  await addChange(db, actor, {
    programme,
    number: await nextChangeNumber(db, programme),
    kind: 'added',
    service: held.service,
    scheme,
    title: held.title,
    to: null,
    amount: estimate.amount,
    fromYear: year,
    toYear: null,
    funding: estimate.funding,
    approval,
    note: `supplementary estimate ${estimate.id}: ${estimate.title}`,
    estimate: estimate.id,
    adjustments: plan.adjustments,
  })
  return null
}

async function addScheme(db: Db, actor: Actor, scheme: CapitalScheme, estimate: HeldEstimate): Promise<void> {
  await db
    .insertInto('capital_scheme')
    .values({
      authority_id: actor.authorityId,
      code: scheme.code,
      position: (await lastNumber(db)) + 1,
      service_code: scheme.service,
      title: scheme.title,
      source_ref: `Supplementary estimate ${estimate.id}`,
      illustrative: actor.illustrative === true || estimate.illustrative,
    })
    .execute()
  if (estimate.exempt)
    await addExemption(db, actor, {
      kind: 'scheme',
      code: scheme.code,
      exempt: true,
      reason: `As supplementary estimate ${estimate.id}`,
    })
}

/** The last number of a scheme's code. A title in it would tell what may not be told. */
async function lastNumber(db: Db): Promise<number> {
  const rows = await db.selectFrom('capital_scheme').select(['code', 'position']).execute()
  return Math.max(0, ...rows.flatMap(({ code, position }) => [Number(/\d+$/.exec(code)?.[0] ?? 0), position]))
}
