import { createApp } from '#src/app.ts'
import type { Actor } from '#src/domain/access/roles.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { type CycleCouncil, cycleCouncil } from './cycle-council.ts'
import type { Ending } from './database.ts'
import { browserOf, type Visitor } from './visitor.ts'

export type ServedCycle = CycleCouncil & {
  /** Somebody with a browser, taken at their word. */
  readonly visiting: (actor: Actor) => Visitor
}

/** The council with an open cycle, and the product served for it. */
export async function servedCycle(test: Ending): Promise<ServedCycle> {
  const council = await cycleCouncil(test)
  const authority = await authorityOf(council.db, council.keeper)
  const visiting = (actor: Actor): Visitor => {
    const app = createApp({ database: council.db, authority, actorFor: () => actor, production: false })
    test.after(() => app.close())
    return browserOf(app)
  }
  return { ...council, visiting }
}
