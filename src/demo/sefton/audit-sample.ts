import { answerAuditFinding, recordAuditTest } from '../../assurance/commands.ts'
import { drawAuditSample } from '../../assurance/draw.ts'
import { type AuditItem, auditItems } from '../../assurance/items.ts'
import { auditSamples } from '../../assurance/queries.ts'
import type { Db } from '../../db/database.ts'
import { type Kept, nothingKept } from '../../db/keep.ts'
import { inAuthority } from '../../db/transaction.ts'
import { type Actor, type Role, roles } from '../../domain/access/roles.ts'
import { financialYear } from '../../domain/period.ts'

const slug = '2024-25'
const day = '2024-07-25'
const size = 10
const seed = 20240725n

/**
 * A sample as internal audit would draw it, from the published figures, so that the product can be seen with one. Nobody
 * drew it or tested anything: all of it is marked illustrative. Nothing when there is a sample of somebody's own.
 */
export async function illustrateAuditSample(db: Db, authorityId: number): Promise<Kept> {
  const as = (role: Role): Actor => ({
    authorityId,
    role,
    name: `${roles[role]} (illustrative)`,
    illustrative: true,
  })
  const read = <T>(work: (db: Db) => Promise<T>) => inAuthority(db, authorityId, work)
  const samples = await read(auditSamples)
  if (samples.some(({ illustrative }) => !illustrative)) return nothingKept
  const audit = as('internal-audit')
  let added = 0
  const step = async (missing: boolean, work: () => Promise<unknown>): Promise<void> => {
    if (!missing) return
    await work()
    added++
  }
  await step(samples.length === 0, () =>
    drawAuditSample(db, audit, { year: financialYear(2024), size, seed, today: day }),
  )
  const [first, second] = await read((db) => auditItems(db, slug))
  if (first === undefined || second === undefined) return { ...nothingKept, added }
  const evidence = 'Illustrative: the published table of the source named beside the figure.'
  const plain = { finding: null, materiality: null, recommendation: null, seenTests: 0 }
  const of = ({ number }: AuditItem) => ({ financialYear: slug, item: number })
  await step(first.test === null, () =>
    recordAuditTest(db, audit, { ...of(first), ...plain, result: 'agreed', evidence }),
  )
  await step(second.test === null, () =>
    recordAuditTest(db, audit, {
      ...of(second),
      ...plain,
      result: 'agreed-with-comment',
      evidence,
      finding: 'Illustrative: the figure is right; where it is taken from is known to one post only.',
      materiality: 'low',
      recommendation: 'Write down where the figure is taken from, where the whole service can find it.',
    }),
  )
  await step(second.response === null, () =>
    answerAuditFinding(db, as('assistant-director'), {
      ...of(second),
      test: 1,
      seenResponses: 0,
      response: 'accepted',
      action:
        'Illustrative: a note of the source, and of the day it comes out, is kept with the service plan.',
      byWhen: '2024-09-30',
      today: day,
    }),
  )
  return { added, changed: 0, unchanged: 4 - added }
}
