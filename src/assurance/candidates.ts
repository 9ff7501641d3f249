import type { Db } from '../db/database.ts'
import type { Candidate, Risk } from '../domain/assurance/draw-sample.ts'
import { financialYearOf } from '../domain/financial-year.ts'
import { endedBy, latestOf } from '../domain/measures/observation.ts'
import type { Period } from '../domain/period.ts'
import { type HeldObservation, observationsOf } from '../measures/observations.ts'
import { qualityOfRegister } from '../measures/quality.ts'
import { type MainSeries, registeredMeasures } from '../measures/queries.ts'

/** A measure from which a sample may be drawn, with the figure that would be tested. */
export type SampleCandidate = Candidate & { readonly series: MainSeries; readonly figure: HeldObservation }

export type Candidates = {
  readonly candidates: readonly SampleCandidate[]
  /** Measures that take no part: those without a figure, and those of which only a related statistic is known. */
  readonly withoutFigure: number
  readonly proxies: number
}

const YEARS_UNTIL_LONG = 3

/** Every measure whose own figure may be tested for a year, with what makes it likelier to be wrong. */
export async function sampleCandidates(
  db: Db,
  { area, cutOff, year }: { readonly area: string; readonly cutOff: string; readonly year: Period },
): Promise<Candidates> {
  const measures = await registeredMeasures(db)
  const own = measures.filter(({ series }) => series !== null && series.match !== 'proxy')
  const codes = own.flatMap(({ series }) => (series ? [series.code] : []))
  const held = Map.groupBy(await observationsOf(db, codes, [area]), ({ series }) => series)
  const quality = new Map(
    (await qualityOfRegister(db, { area, cutOff })).map(({ measure, findings }) => [measure.code, findings]),
  )
  const isLongNotAudited = await longNotAudited(db, financialYearOf(year.start, -YEARS_UNTIL_LONG))
  const candidates = own.flatMap(({ code, series }): SampleCandidate[] => {
    const figures = series === null ? [] : endedBy(held.get(series.code) ?? [], cutOff)
    const latest = latestOf(figures)
    const figure = figures.find((each) => each === latest)
    if (series === null || figure === undefined) return []
    const found: readonly (readonly [Risk, boolean])[] = [
      ['revised', figure.revision > 1],
      ['not-final', figure.status !== 'final'],
      ['definition', (quality.get(code) ?? []).some(({ severity }) => severity === 'must')],
      ['long-not-audited', isLongNotAudited(code)],
    ]
    return [{ code, series, figure, risks: found.flatMap(([risk, is]) => (is ? [risk] : [])) }]
  })
  const proxies = measures.filter(({ series }) => series?.match === 'proxy').length
  return { candidates, proxies, withoutFigure: measures.length - proxies - candidates.length }
}

/** Said of no measure before samples have been drawn for so long: until then it would be said of all of them. */
async function longNotAudited(db: Db, longAgo: string): Promise<(measure: string) => boolean> {
  const earliest = await db
    .selectFrom('audit_sample')
    .select('financial_year')
    .orderBy('financial_year')
    .limit(1)
    .execute()
  if ((earliest[0]?.financial_year ?? '9999') > longAgo) return () => false
  const rows = await db
    .selectFrom('audit_item as i')
    .innerJoin('audit_test as t', (join) =>
      join
        .onRef('t.authority_id', '=', 'i.authority_id')
        .onRef('t.financial_year', '=', 'i.financial_year')
        .onRef('t.item_number', '=', 'i.number'),
    )
    .where('i.financial_year', '>', longAgo)
    .select('i.measure_code')
    .distinct()
    .execute()
  const tested = new Set(rows.map(({ measure_code }) => measure_code))
  return (measure) => !tested.has(measure)
}
