import type { Db } from '../../db/database.ts'
import type { Kept } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { recordHighNeedsFacts } from '../../high-needs/record-facts.ts'
import { highNeedsFigures } from './high-needs-figures.ts'

/** Everything that the papers tell about high needs. */
export const loadHighNeeds = (db: Db, loader: Actor): Promise<Kept> =>
  recordHighNeedsFacts(db, loader, highNeedsFigures())
