import type { Db } from '../../db/database.ts'
import { type Kept, nothingKept } from '../../db/keep.ts'
import { inAuthority } from '../../db/transaction.ts'
import { roles } from '../../domain/access/roles.ts'
import { keepMediumTermPlan } from '../../finance/medium-term/keep-plan.ts'
import { mediumTermPlans } from '../../finance/medium-term/plans.ts'

const million = 100_000_000n

/**
 * Round numbers, so that the page can be seen with some. The papers print no assumption for the years to come, and these
 * are not the council's: they are marked illustrative.
 */
export async function illustrateMediumTerm(db: Db, authorityId: number): Promise<Kept> {
  const held = await inAuthority(db, authorityId, mediumTermPlans)
  if (held.length > 0) return nothingKept
  await keepMediumTermPlan(
    db,
    {
      authorityId,
      role: 'executive-director',
      name: `${roles['executive-director']} (illustrative)`,
      illustrative: true,
    },
    {
      name: 'Round numbers',
      basis: 'Round numbers that show how the page works. They are not the council’s.',
      assumptions: {
        years: 3,
        pay: 100n * million,
        continuing: 0n,
        fallingAway: 0n,
        rates: {
          optimistic: { pay: 200, prices: 200, demand: 200, 'council-tax': 300, grants: 200 },
          central: { pay: 300, prices: 200, demand: 400, 'council-tax': 300, grants: 100 },
          pessimistic: { pay: 400, prices: 300, demand: 600, 'council-tax': 200, grants: 0 },
        },
      },
    },
  )
  return { ...nothingKept, added: 1 }
}
