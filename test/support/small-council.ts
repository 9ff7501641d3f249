import type { Database, Db } from '#src/db/database.ts'
import { inAuthority } from '#src/db/transaction.ts'
import type { Actor, Role } from '#src/domain/access/roles.ts'
import { recordSeries, type SeriesInput } from '#src/measures/commands.ts'
import { recordAreas } from '#src/organisation/areas.ts'
import { setUpAuthority } from '#src/organisation/authority.ts'
import { contentsHash, type Ending, preparedDatabase } from './database.ts'

export type SmallCouncil = {
  readonly database: Database
  /** A keeper of the register, who may do everything a test needs. */
  readonly keeper: Actor
  readonly as: (role: Role) => Actor
  /** Reads as the council's own pages would. */
  readonly reading: <T>(work: (db: Db) => Promise<T>, how?: { readonly seesExempt: boolean }) => Promise<T>
  /** What has happened so far, oldest first, as 'action subject'. */
  readonly events: () => Promise<string[]>
}

export const recycling: SeriesInput = {
  code: 'recycling',
  title: 'Household waste recycled',
  description: null,
  unit: 'percentage',
  decimals: 1,
  goodDirection: 'high',
  frequency: 'quarterly',
  aggregation: 'ratio',
  publisher: null,
  dataset: null,
  licence: null,
  breaks: [],
}

const as = (role: Role): Actor => ({ authorityId: 1, role, name: `test ${role}` })
const keeper = as('business-intelligence')

async function setUp({ db }: Database): Promise<void> {
  const names = { slug: 'smallton', name: 'Smallton Council', shortName: 'Smallton' }
  await setUpAuthority(db, { id: 1, ...names, areaCode: 'E08000001', brandColour: '#123456' })
  await recordAreas(db, keeper, [
    { code: 'E08000001', name: 'Smallton', kind: 'local-authority' },
    { code: 'E08000002', name: 'Nextham', kind: 'local-authority' },
  ])
  await recordSeries(db, keeper, [recycling])
}

/** A council of its own with two areas and one series, for tests that begin with almost nothing. */
export async function smallCouncil(test: Ending): Promise<SmallCouncil> {
  const hash = contentsHash('test/support/small-council.ts')
  const database = await preparedDatabase(test, 'small-council', hash, setUp)
  const { db } = database
  const reading: SmallCouncil['reading'] = (work, how) => inAuthority(db, 1, work, how)
  const events = () =>
    reading(async (db) => {
      const rows = await db.selectFrom('event').select(['action', 'subject']).orderBy('sequence').execute()
      return rows.map(({ action, subject }) => `${action} ${subject}`)
    })
  return { database, keeper, as, reading, events }
}
