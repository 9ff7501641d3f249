import { command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { hold } from '../db/hold.ts'
import type { Actor } from '../domain/access/roles.ts'
import { codeOfName } from '../domain/organisation/code-of-name.ts'
import { savedScenarios } from './queries.ts'

export type ScenarioInput = {
  readonly title: string
  /** Field by field, as it was typed. */
  readonly assumed: Readonly<Record<string, string>>
}

/** Keeps what somebody assumes otherwise, under a name that nobody has used. */
export const saveScenario = (db: Db, actor: Actor, { title, assumed }: ScenarioInput): Promise<string> =>
  command(db, actor, 'high-needs.keep', async (db) => {
    await hold(db, 'high needs scenarios')
    const code = codeOfName(title)
    const before = (await savedScenarios(db)).find((each) => each.code === code)
    if (before)
      throw new Conflict(
        `A scenario is called ‘${before.title}’ already, kept by ${before.by}. Give yours another name; nothing is overwritten.`,
      )
    await db
      .insertInto('high_needs_scenario')
      .values({
        authority_id: actor.authorityId,
        code,
        number: 1,
        title,
        says: null,
        assumed: JSON.stringify(assumed),
        recorded_by: actor.name,
        illustrative: actor.illustrative === true,
      })
      .execute()
    const event = {
      action: 'high-needs-scenario.saved',
      subject: `high-needs-scenario/${code}`,
      details: { ...assumed },
    }
    return { result: code, event }
  })
