import type { Db } from '../../db/database.ts'
import { bothKept, type Kept } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { recordHighNeedsFacts } from '../../high-needs/record-facts.ts'
import { recordProjects, recordProvisions } from '../../high-needs/record-places.ts'
import { recordCommitments, recordRecoveryPlan } from '../../high-needs/record-recovery.ts'
import { highNeedsFigures } from './high-needs-figures.ts'
import { placeProjects, provisions } from './high-needs-places.ts'
import { commitments, recoveryPlan } from './high-needs-plan.ts'

/** Everything that the papers tell about high needs. */
export async function loadHighNeeds(db: Db, loader: Actor): Promise<Kept> {
  return [
    await recordHighNeedsFacts(db, loader, highNeedsFigures()),
    await recordProvisions(db, loader, provisions()),
    await recordProjects(db, loader, placeProjects()),
    await recordCommitments(db, loader, commitments()),
    await recordRecoveryPlan(db, loader, recoveryPlan()),
  ].reduce(bothKept)
}
