import type { Db } from '../../db/database.ts'
import { type Kept, nothingKept } from '../../db/keep.ts'
import { inAuthority } from '../../db/transaction.ts'
import { type Actor, type Role, roles } from '../../domain/access/roles.ts'
import type { SignalKind } from '../../domain/signals/signal.ts'
import type { About } from '../../signals/about.ts'
import { raiseSignal } from '../../signals/commands.ts'
import { signalsOf } from '../../signals/queries.ts'
import { makeRecommendation } from '../../signals/recommendation-commands.ts'
import { recommendationsOf } from '../../signals/recommendations.ts'

type Raised = { readonly by: Role; readonly kind: SignalKind; readonly about: About; readonly words: string }

const raised: readonly Raised[] = [
  {
    by: 'frontline',
    kind: 'issue',
    about: { kind: 'measure', code: 'sm-20' },
    words: 'Illustrative words: here somebody at the front line says what makes this measure hard to record.',
  },
  {
    by: 'councillor',
    kind: 'question',
    about: { kind: 'framework', code: '' },
    words: 'Illustrative words: here a councillor asks why the measures of a ward are not shown apart.',
  },
  {
    by: 'frontline',
    kind: 'good-news',
    about: { kind: 'measure', code: 'sm-01' },
    words: 'Illustrative words: here a team tells what went well, for a report to quote.',
  },
]

/**
 * What somebody might raise and scrutiny might recommend, so that the pages can be seen with something on them. Nobody
 * raised it: all of it is marked illustrative. Only what is missing is added; nothing beside what somebody raised in truth.
 */
export async function illustrateSignals(db: Db, authorityId: number, today: string): Promise<Kept> {
  const as = (role: Role): Actor => ({
    authorityId,
    role,
    name: `${roles[role]} (illustrative)`,
    illustrative: true,
  })
  const held = await inAuthority(db, authorityId, signalsOf)
  if (held.some(({ illustrative }) => !illustrative)) return nothingKept
  const missing = raised.filter(({ words }) => !held.some((signal) => signal.words === words))
  for (const { by, ...input } of missing) await raiseSignal(db, as(by), { ...input, today })
  const recommended = await inAuthority(db, authorityId, recommendationsOf)
  if (recommended.length > 0) return { ...nothingKept, added: missing.length }
  await makeRecommendation(db, as('scrutiny'), {
    forum: 'overview-and-scrutiny-committees',
    madeOn: '2024-07-25',
    words: 'Illustrative words: here a committee says what should be done about what it heard.',
    evidence: 'Illustrative: the quarterly overview report, and what officers and residents said of it.',
    addressedTo: 'Cabinet',
  })
  return { ...nothingKept, added: missing.length + 1 }
}
