import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Person } from '../domain/access/same-person.ts'
import type { Progress, Response } from '../domain/signals/recommendation.ts'

type Happened = { readonly by: Person; readonly at: string }

export type RecommendationResponse = Happened & {
  readonly response: Response
  readonly action: string
  readonly byWhen: string | null
}
export type RecommendationProgress = Happened & { readonly progress: Progress; readonly words: string }

export type Recommendation = Happened & {
  readonly id: number
  readonly forum: string
  readonly madeOn: string
  readonly words: string
  readonly evidence: string
  readonly addressedTo: string
  /** The last one last; that one counts. */
  readonly responses: readonly RecommendationResponse[]
  readonly progress: readonly RecommendationProgress[]
  readonly illustrative: boolean
}

/** What forums recommended, the latest first, with how it was answered and how far it has come. */
export async function recommendationsOf(db: Db): Promise<Recommendation[]> {
  const rows = await db
    .selectFrom('recommendation as r')
    .innerJoin('forum as f', (join) =>
      join.onRef('f.authority_id', '=', 'r.authority_id').onRef('f.code', '=', 'r.forum_code'),
    )
    .selectAll('r')
    .select('f.name as forum')
    .orderBy('r.made_on', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  const responses = Map.groupBy(
    await db.selectFrom('recommendation_response').selectAll().orderBy('number').execute(),
    (row) => row.recommendation_id,
  )
  const progress = Map.groupBy(
    await db.selectFrom('recommendation_progress').selectAll().orderBy('number').execute(),
    (row) => row.recommendation_id,
  )
  return rows.map((row) => ({
    id: row.id,
    forum: row.forum,
    madeOn: row.made_on,
    words: row.words,
    evidence: row.evidence,
    addressedTo: row.addressed_to,
    ...happened(row),
    responses: (responses.get(row.id) ?? []).map((each) => ({
      ...happened(each),
      response: each.response,
      action: each.action,
      byWhen: each.by_when,
    })),
    progress: (progress.get(row.id) ?? []).map((each) => ({
      ...happened(each),
      progress: each.progress,
      words: each.words,
    })),
    illustrative: row.illustrative,
  }))
}

export async function recommendationFor(db: Db, id: number): Promise<Recommendation> {
  const found = (await recommendationsOf(db)).find((each) => each.id === id)
  if (found) return found
  throw new NotFound('There is no recommendation of that number.', [
    { text: 'All recommendations', href: '/signals/recommendations' },
  ])
}

const happened = (row: { by_name: string; by_account_id: number | null; at: string }): Happened => ({
  by: { name: row.by_name, accountId: row.by_account_id },
  at: row.at,
})
