import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { ExpectedFacts, Usual } from '../domain/cycle/expected-words.ts'
import { spansHalf } from '../domain/evaluation/bounds.ts'
import type { Evaluation } from '../domain/evaluation/evaluation.ts'
import { samePeriod } from '../domain/period.ts'
import { units } from '../domain/quantity.ts'
import { evaluateThese } from '../measures/evaluations.ts'
import { authorityOf } from '../organisation/authority.ts'
import { type EarlierFigure, earlierFigures } from './earlier-figures.ts'
import type { OpenRequest } from './open-requests.ts'

export type Expectation = ExpectedFacts & { readonly earlier: readonly EarlierFigure[] }

/** What went before each request, and what the figures so far make likely: by measure. */
export async function expectations(
  db: Db,
  actor: Actor,
  asked: readonly Pick<OpenRequest, 'cycle' | 'request'>[],
): Promise<Map<string, Expectation>> {
  const requests = asked.map(({ request }) => request)
  const earlier = await earlierFigures(db, actor, requests)
  const figures = requests.filter(({ asks }) => asks === 'figure')
  const { areaCode } = await authorityOf(db, actor)
  const cutOff =
    asked
      .map(({ cycle }) => cycle.quarter.end)
      .toSorted()
      .at(-1) ?? ''
  const evaluated =
    figures.length === 0
      ? []
      : await evaluateThese(
          db,
          figures.map(({ measure }) => measure),
          { area: areaCode, cutOff, withTrackRecord: false },
        )
  const outlooks = new Map(evaluated.map(({ measure, evaluation }) => [measure.code, evaluation.outlook]))
  return new Map(
    requests.map(({ measure, period, asks }) => {
      const before = earlier.get(measure.code) ?? []
      const unit = measure.series?.unit ?? measure.unit
      const outlook = outlooks.get(measure.code)
      const next = outlook?.periods.find((each) => samePeriod(each.period, period))
      return [
        measure.code,
        {
          unit,
          decimals: measure.series?.decimals ?? units[unit].decimals,
          last: before.at(-1) ?? null,
          usual: asks === 'words' || next === undefined ? null : usualOf(next, unit),
          earlier: before,
        },
      ]
    }),
  )
}

/** A range over half of all that can be would tell nobody anything. */
const usualOf = (
  { lo80, hi80 }: Evaluation['outlook']['periods'][number],
  unit: ExpectedFacts['unit'],
): Usual | null => (spansHalf(lo80, hi80, unit) ? null : { low: lo80, high: hi80 })
