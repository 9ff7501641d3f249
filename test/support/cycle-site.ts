import { createApp } from '#src/app.ts'
import type { Actor } from '#src/domain/access/roles.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { plainSite } from '#src/web/site.ts'
import { type CycleCouncil, cycleCouncil } from './cycle-council.ts'
import type { Ending } from './database.ts'
import { browserOf, type Visitor } from './visitor.ts'

export type CycleSite = CycleCouncil & {
  /** A browser in which somebody is signed in. */
  readonly browserFor: (actor: Actor) => Visitor
  readonly setToday: (day: string) => void
}

/** The council of the cycle's tests, with its pages served to whoever the test says is asking. */
export async function cycleSite(test: Ending): Promise<CycleSite> {
  const council = await cycleCouncil(test)
  const authority = await authorityOf(council.db, council.keeper)
  let today = '2099-07-01'
  const site = { ...plainSite, now: () => new Date(`${today}T09:00:00Z`) }
  return {
    ...council,
    setToday: (day) => {
      today = day
    },
    browserFor: (actor) => {
      const app = createApp({
        database: council.db,
        authority,
        actorFor: () => actor,
        production: false,
        site,
      })
      test.after(() => app.close())
      return browserOf(app)
    },
  }
}
