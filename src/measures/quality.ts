import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import { endedBy, latestOf } from '../domain/measures/observation.ts'
import type { Figures, Finding } from '../domain/quality-gate/finding.ts'
import { qualityFindings } from '../domain/quality-gate/quality-findings.ts'
import { comparatorAreas } from '../organisation/queries.ts'
import { observationsOf } from './observations.ts'
import { everyMeasure, type RegisteredMeasure, registeredMeasures } from './queries.ts'

export type MeasureQuality = { readonly measure: RegisteredMeasure; readonly findings: readonly Finding[] }

export type QualityAsked = {
  /** The council's own area. */
  readonly area: string
  /** Only periods that had ended by this day count. */
  readonly cutOff: string
  readonly knownBy?: KnownBy
}

/** What the quality gate finds in one measure, most serious first. */
export async function qualityOf(
  db: Db,
  { code }: Pick<RegisteredMeasure, 'code'>,
  asked: QualityAsked,
): Promise<readonly Finding[]> {
  const all = await everyMeasure(db, asked.knownBy)
  const wanted = all.filter((measure) => measure.code === code)
  return (await qualityOfThese(db, wanted, all, asked))[0]?.findings ?? []
}

/** Every measure of the register held against the quality gate, in printed order. */
export async function qualityOfRegister(db: Db, asked: QualityAsked): Promise<MeasureQuality[]> {
  const all = await registeredMeasures(db, asked.knownBy)
  return qualityOfThese(db, all, all, asked)
}

async function qualityOfThese(
  db: Db,
  measures: readonly RegisteredMeasure[],
  all: readonly RegisteredMeasure[],
  { area, cutOff, knownBy = null }: QualityAsked,
): Promise<MeasureQuality[]> {
  const codes = measures.flatMap(({ series }) => (series ? [series.code] : []))
  const own = Map.groupBy(await observationsOf(db, codes, [area], knownBy), ({ series }) => series)
  const elsewhere = await areasWithFigures(db, codes, cutOff, knownBy)
  const groups = await comparatorAreas(db)
  const targets = await db
    .selectFrom('target')
    .select('measure_code')
    .where(knownUntil('recorded_at', knownBy))
    .distinct()
    .execute()
  const withTarget = new Set(targets.map(({ measure_code }) => measure_code))
  const byTitle = Map.groupBy(all, ({ title }) => title.trim().toLowerCase())
  return measures.map((measure) => {
    const { series, code } = measure
    const observations = endedBy(series ? (own.get(series.code) ?? []) : [], cutOff).filter(
      ({ value }) => value !== null,
    )
    const latest = latestOf(observations)
    const neighbours = series?.neighbours ? (groups.get(series.neighbours) ?? []) : []
    const areas = series ? elsewhere.get(series.code) : undefined
    const figures: Figures | null = series && {
      ...series,
      monthsBetween: monthsBetween[series.frequency] ?? null,
      points: observations.length,
      pointsWithDenominator: observations.filter(
        (each) => each.numerator !== null && each.denominator !== null,
      ).length,
      monthsOld: latest ? wholeMonths(latest.period.end, cutOff) : null,
      comparators: neighbours.filter((each) => areas?.has(each.code)).length,
    }
    const sameTitle = (byTitle.get(measure.title.trim().toLowerCase()) ?? []).filter(
      (each) => each.code !== code,
    )
    return {
      measure,
      findings: qualityFindings(measure, { hasTarget: withTarget.has(code), sameTitle, figures }),
    }
  })
}

const monthsBetween: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  termly: 4,
  annual: 12,
  biennial: 24,
}

const wholeMonths = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'month' }).months

async function areasWithFigures(
  db: Db,
  series: readonly string[],
  cutOff: string,
  knownBy: KnownBy,
): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ series_code: string; area_code: string }>`
    select distinct series_code, area_code from observation
    where series_code = any(${series}::text[]) and category = '' and value is not null
      and period_end <= ${cutOff}::date and ${knownUntil('recorded_at', knownBy)}`.execute(db)
  const areas = new Map<string, Set<string>>()
  for (const { series_code, area_code } of rows)
    areas.set(series_code, (areas.get(series_code) ?? new Set()).add(area_code))
  return areas
}
