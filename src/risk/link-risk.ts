import { command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type LinkKind, linkKinds } from '../domain/risk/link.ts'
import { heldRisk, type OfRisk } from './held-risk.ts'
import { linkTargets } from './link-targets.ts'
import { nextRow } from './next-row.ts'

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
    const { code, kind, to, basis, holds } = input
    const risk = await heldRisk(db, actor, input)
    const isThere =
      kind === 'paper' || (await linkTargets(db)).some((each) => each.kind === kind && each.code === to)
    if (!isThere)
      throw new Conflict(
        `There is no ${linkKinds[kind].toLowerCase()} '${to}' to link a risk to. Choose one of the list.`,
      )
    const isHeld = risk.links.some((link) => link.kind === kind && link.code === to)
    if (isHeld === holds)
      throw new Conflict(holds ? 'This risk is linked to that already.' : 'This risk is not linked to that.')
    await db
      .insertInto('risk_link')
      .values({ ...(await nextRow(db, actor, risk, 'risk_link')), kind, code: to, holds, basis })
      .execute()
    const details = { kind, holds }
    return { result: undefined, event: { action: 'risk.linked', subject: `risk/${code}`, details } }
  })
