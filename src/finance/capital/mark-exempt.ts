import { command } from '../../access/command.ts'
import { Conflict, NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { addExemption } from './add-exemption.ts'
import { exemptThings } from './exemptions.ts'

export type MarkInput = { readonly scheme: string; readonly exempt: boolean; readonly reason: string }

/**
 * Marks a scheme exempt from publication, or no longer, with the reason; and with it the supplementary estimates by which
 * it came into the programme, which would tell of it.
 */
export const markSchemeExempt = (db: Db, actor: Actor, input: MarkInput): Promise<void> =>
  command(db, actor, 'finance.record', async (db) => {
    const { scheme, exempt, reason } = input
    await hold(db, `scheme ${scheme}`)
    const held = await db
      .selectFrom('capital_scheme')
      .select('code')
      .where('code', '=', scheme)
      .executeTakeFirst()
    if (held === undefined) throw new NotFound('There is no such scheme.')
    if ((await exemptThings(db, 'scheme')).has(scheme) === exempt)
      throw new Conflict(exempt ? 'It was marked exempt meanwhile.' : 'It was published again meanwhile.')
    await addExemption(db, actor, { kind: 'scheme', code: scheme, exempt, reason })
    const changes = await db
      .selectFrom('capital_change')
      .select('estimate_id')
      .distinct()
      .where('scheme_code', '=', scheme)
      .where('estimate_id', 'is not', null)
      .execute()
    const exemptEstimates = await exemptThings(db, 'estimate')
    for (const { estimate_id } of changes) {
      const code = String(estimate_id)
      if (exemptEstimates.has(code) !== exempt)
        await addExemption(db, actor, { kind: 'estimate', code, exempt, reason: 'As the scheme it entered' })
    }
    // Its number alone: the trail is read by some who may not see what is exempt.
    const event = { action: exempt ? 'scheme.made-exempt' : 'scheme.published', subject: `scheme/${scheme}` }
    return { result: undefined, event }
  })
