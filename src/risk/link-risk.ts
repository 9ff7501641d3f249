import { command, permit } from '../access/command.ts'
import { Conflict, NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type LinkKind, linkKinds } from '../domain/risk/link.ts'
import { byWhom } from './by-whom.ts'
import { heldRisk, type OfRisk, unitsOverRisk } from './held-risk.ts'
import { linkTargets } from './link-targets.ts'
import { nextNumber } from './next-number.ts'

export type LinkInput = OfRisk & {
  readonly kind: LinkKind
  /** The code in its register; of a paper its title and reference. */
  readonly to: string
  /** How it is known: what a paper states, or a judgement and whose. */
  readonly basis: string
  /** False takes the link away. */
  readonly holds: boolean
}

/** Links a risk to what it threatens or where it is told of, or takes such a link away. */
export const linkRisk = (db: Db, actor: Actor, input: LinkInput): Promise<void> =>
  command(db, actor, 'risk.keep', async (db) => {
    const { code, kind, to, basis, holds, today } = input
    const risk = await heldRisk(db, input)
    permit(actor, 'risk.keep', { units: await unitsOverRisk(db, risk.unit, today) })
    const isThere =
      kind === 'paper' || (await linkTargets(db)).some((each) => each.kind === kind && each.code === to)
    if (!isThere)
      throw new NotFound(
        `There is no ${linkKinds[kind].toLowerCase()} '${to}' to link a risk to. Choose one of the list.`,
      )
    const isHeld = risk.links.some((link) => link.kind === kind && link.code === to)
    if (isHeld === holds)
      throw new Conflict(holds ? 'This risk is linked to that already.' : 'This risk is not linked to that.')
    await db
      .insertInto('risk_link')
      .values({
        ...byWhom(actor, risk),
        risk_code: code,
        number: await nextNumber(db, 'risk_link', code),
        kind,
        code: to,
        holds,
        basis,
      })
      .execute()
    return {
      result: undefined,
      event: { action: 'risk.linked', subject: `risk/${code}`, details: { kind, holds } },
    }
  })
