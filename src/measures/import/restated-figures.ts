import type { Db } from '../../db/database.ts'
import { can } from '../../domain/access/can.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { ObservationStatus } from '../../domain/measures/observation.ts'
import { figureShownBy, type Lock, publishedIn } from '../../domain/measures/published-in.ts'
import { granularityOf, type Period } from '../../domain/period.ts'
import { periodText } from '../../domain/period-text.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { quarterLocks } from '../../organisation/locks.ts'
import { addRestatements } from '../changes/add-restatements.ts'
import { beforeAndAfter } from '../changes/change.ts'
import { figureWords } from '../changes/words.ts'
import { everyMeasure, type RegisteredMeasure } from '../queries.ts'
import type { Changed } from './store-figures.ts'

export type RestatedFigures = {
  /** Takes up a figure that changes; gives back why it may not, where it was published and the actor may not restate it. */
  readonly take: (changed: Changed) => string | null
  readonly count: () => number
  /** Enters what was taken up into the ledger. */
  readonly enter: (reason: string) => Promise<void>
}

type Restated = {
  readonly changed: Changed
  readonly period: Period
  readonly measure: RegisteredMeasure
  readonly published: readonly Lock[]
}

/** Keeps account of those changes of a file that touch the council's own published figures. */
export async function restatedFigures(db: Db, actor: Actor): Promise<RestatedFigures> {
  const locks = await quarterLocks(db)
  if (locks.length === 0) return { take: () => null, count: () => 0, enter: async () => {} }
  const { areaCode } = await authorityOf(db, actor)
  const measures = Map.groupBy(await everyMeasure(db), ({ series }) => series?.code ?? '')
  const decision = can(actor, 'measure.restate')
  const taken: Restated[] = []
  return {
    take: (changed) => {
      const period = periodOf(changed)
      const published = publishedIn(changed.wasRecordedAt, figureShownBy(period), locks)
      const shown = changed.area === areaCode && changed.category === '' ? measures.get(changed.series) : []
      if (published.length === 0 || !shown || shown.length === 0) return null
      for (const measure of shown) taken.push({ changed, period, measure, published })
      if (decision.allowed) return null
      const quarters = published.map(({ period }) => periodText(period)).join(', ')
      return `This figure was published with ${quarters}. ${decision.reason}`
    },
    count: () => new Set(taken.map(({ changed }) => changed.row)).size,
    enter: async (reason) => {
      // Where one quarter had shown several figures of a measure that change, they change its status together.
      const alike = Map.groupBy(
        taken,
        ({ measure, published }) => `${measure.code} ${published.map(({ quarter }) => quarter)}`,
      )
      for (const some of alike.values()) {
        const [first] = some
        const last = first?.published.at(-1)
        if (!first || !last) continue
        const { measure, published } = first
        const evaluated = await beforeAndAfter(db, actor, measure.code, last.period)
        const told = some.map(({ changed, period }) => ({
          kind: 'figure' as const,
          period,
          was: words(measure, changed.was, changed.wasStatus),
          becomes: words(measure, changed.value, changed.status),
        }))
        await addRestatements(db, actor, { told, published, ...evaluated }, { reason, agreedBy: null })
      }
    },
  }
}

const periodOf = ({ periodStart, periodEnd }: Changed): Period => ({
  start: periodStart,
  end: periodEnd,
  granularity: granularityOf(periodStart, periodEnd),
})

const words = (measure: RegisteredMeasure, value: string | null, status: string): string =>
  figureWords(measure, { value, status: status as ObservationStatus, doubt: null })
