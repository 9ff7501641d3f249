import { sql } from 'kysely'
import { command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { drawSample } from '../domain/assurance/draw-sample.ts'
import { addDays, type Period } from '../domain/period.ts'
import { periodSlug, periodText } from '../domain/period-text.ts'
import { authorityOf } from '../organisation/authority.ts'
import { type SampleCandidate, sampleCandidates } from './candidates.ts'

export type DrawInput = {
  readonly year: Period
  readonly size: number
  readonly seed: bigint
  readonly today: string
}

/**
 * Draws a year's sample, once: a sample that could be drawn again could be drawn until it pleases. Gives how many
 * measures came out; fewer than asked for where there are no more.
 */
export const drawAuditSample = (db: Db, actor: Actor, input: DrawInput): Promise<number> =>
  command(db, actor, 'audit-sample.draw', async (db) => {
    const { year, size, seed, today } = input
    const financial_year = periodSlug(year)
    const { authorityId: authority_id } = actor
    const illustrative = actor.illustrative === true
    if (today < year.start) throw new Conflict(`${periodText(year)} has not begun.`)
    const cutOff = year.end <= today ? year.end : addDays(today, 1)
    const { areaCode: area } = await authorityOf(db, actor)
    const { candidates, withoutFigure, proxies } = await sampleCandidates(db, { area, cutOff, year })
    if (candidates.length === 0)
      throw new Conflict('No measure has a figure of its own that could be tested. Record figures first.')
    const drawn = drawSample(candidates, { size, seed })
    const added = await db
      .insertInto('audit_sample')
      .values({
        authority_id,
        financial_year,
        size: drawn.length,
        seed: seed.toString(),
        cut_off: cutOff,
        without_figure: withoutFigure,
        proxies,
        drawn_by: actor.name,
        drawn_by_role: actor.role,
        drawn_by_account_id: actor.accountId ?? null,
        illustrative,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('financial_year')
      .execute()
    if (added.length === 0)
      throw new Conflict(
        `The sample of ${periodText(year)} has been drawn already, and is drawn only once. It is at /audit/samples/${financial_year}.`,
      )
    await db
      .insertInto('audit_candidate')
      .values(
        candidates.map(({ code, risks }) => ({
          authority_id,
          financial_year,
          measure_code: code,
          risks: risks.join(','),
          illustrative,
        })),
      )
      .execute()
    const byCode = new Map(candidates.map((each) => [each.code, each]))
    for (const [index, { code, drawnFor }] of drawn.entries()) {
      const candidate = byCode.get(code)
      if (candidate === undefined) throw new Error(`${code} was drawn and is no candidate.`)
      const place = { authority_id, financial_year, number: index + 1, measure_code: code }
      await keepFigure(db, { ...place, drawn_for: drawnFor, illustrative }, candidate)
    }
    const event = {
      action: 'audit-sample.drawn',
      subject: `audit-sample/${financial_year}`,
      details: { size: drawn.length, of: candidates.length, seed: seed.toString(), cutOff },
    }
    return { result: drawn.length, event }
  })

type Place = {
  readonly authority_id: number
  readonly financial_year: string
  readonly number: number
  readonly measure_code: string
  readonly drawn_for: string
  readonly illustrative: boolean
}

/** Copied within the database, so that every digit stays as it was recorded. */
const keepFigure = (db: Db, place: Place, { series, figure }: SampleCandidate) =>
  sql`
    insert into audit_item (authority_id, financial_year, number, measure_code, drawn_for, series_code, area_code,
      period_start, period_end, revision, value, numerator, denominator, status, recorded_by, recorded_at, unit, decimals,
      aggregation, illustrative)
    select ${place.authority_id}, ${place.financial_year}, ${place.number}::integer, ${place.measure_code}, ${place.drawn_for},
      series_code, area_code, period_start, period_end, revision, value, numerator, denominator, status, recorded_by, recorded_at,
      ${series.unit}, ${series.decimals}::integer, ${series.aggregation}, ${place.illustrative}::boolean
    from observation
    where series_code = ${figure.series} and area_code = ${figure.area} and category = ''
      and period_start = ${figure.period.start} and period_end = ${figure.period.end} and revision = ${figure.revision}`.execute(
    db,
  )
