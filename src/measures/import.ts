import { sql } from 'kysely'
import { command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { ImportProblem, IncomingObservation, ReadObservations } from './read-observations.ts'

export type ImportResult = {
  readonly kind: 'observations'
  readonly file: string
  /** New figures stored. */
  readonly accepted: number
  readonly rejected: number
  readonly unchanged: number
  /** Figures held before with another value, now with a later revision. */
  readonly revised: number
  readonly problems: readonly ImportProblem[]
}

export type ImportInput = ReadObservations & {
  readonly file: string
  /** Why figures already held are changed. Needed only when some are. */
  readonly reason: string | null
  readonly dryRun: boolean
  readonly progress?: (done: number, of: number) => void
}

const rowsAtOnce = 5_000

/**
 * Stores figures, all or none of them. A figure already held is left alone when it is the same, and gets a new revision
 * with the reason when it differs: nothing is overwritten.
 */
export const importObservations = (db: Db, actor: Actor, input: ImportInput): Promise<ImportResult> =>
  command(db, actor, 'measure.record-values', async (db) => {
    const { file, observations, dryRun } = input
    const reason = input.reason?.trim() || null
    const problems = [...input.problems, ...repeated(observations), ...(await unknownCodes(db, observations))]
    const refused = (): ImportResult => ({
      kind: 'observations',
      file,
      accepted: 0,
      rejected: new Set(problems.map(({ row }) => row)).size,
      unchanged: 0,
      revised: 0,
      problems: problems.sort((a, b) => a.row - b.row),
    })
    if (problems.length > 0) return { result: refused(), event: null }
    const totals = { added: 0, revised: 0, unchanged: 0 }
    for (let from = 0; from < observations.length; from += rowsAtOnce) {
      const some = observations.slice(from, from + rowsAtOnce)
      const { differing, ...counts } = await compare(db, some)
      if (differing.length > 0 && reason === null && !dryRun) problems.push(...differing)
      totals.added += counts.added
      totals.revised += counts.revised
      totals.unchanged += counts.unchanged
      if (!dryRun && problems.length === 0) await store(db, actor, some, reason)
      input.progress?.(Math.min(from + rowsAtOnce, observations.length), observations.length)
    }
    if (problems.length > 0) throw new RevisionWithoutReason(refused())
    const { added, revised, unchanged } = totals
    const result: ImportResult = {
      kind: 'observations',
      file,
      accepted: added,
      rejected: 0,
      unchanged,
      revised,
      problems: [],
    }
    const event = {
      action: 'observations.imported',
      subject: 'observations',
      details: { file, added, revised, unchanged, reason },
    }
    return { result, event: dryRun || added + revised === 0 ? null : event }
  }).catch((error: unknown) => {
    if (error instanceof RevisionWithoutReason) return error.result
    throw error
  })

/** Thrown to undo the rows stored so far; caught at once and given back as the answer. */
class RevisionWithoutReason extends Error {
  readonly result: ImportResult
  constructor(result: ImportResult) {
    super('Figures differ from those held, and no reason was given.')
    this.result = result
  }
}

const keyOf = (o: IncomingObservation): string =>
  `${o.series} ${o.area} ${o.category} ${o.periodStart} ${o.periodEnd}`

function repeated(observations: readonly IncomingObservation[]): ImportProblem[] {
  const seen = new Map<string, number>()
  const problems: ImportProblem[] = []
  for (const observation of observations) {
    const first = seen.get(keyOf(observation))
    if (first === undefined) seen.set(keyOf(observation), observation.row)
    else
      problems.push({
        row: observation.row,
        column: 'series_code',
        value: observation.series,
        message: `This figure is given twice: row ${first} has the same series, area and period. Keep one of them.`,
      })
  }
  return problems
}

async function unknownCodes(db: Db, observations: readonly IncomingObservation[]): Promise<ImportProblem[]> {
  const series = new Set((await db.selectFrom('series').select('code').execute()).map(({ code }) => code))
  const areas = new Set((await db.selectFrom('area').select('code').execute()).map(({ code }) => code))
  return observations.flatMap(({ row, series: code, area }) => [
    ...(series.has(code)
      ? []
      : [
          {
            row,
            column: 'series_code',
            value: code,
            message: `No series '${code}' is in the register. Check the code, or record the series first.`,
          },
        ]),
    ...(areas.has(area)
      ? []
      : [
          {
            row,
            column: 'area_code',
            value: area,
            message: `No area '${area}' is known. Use its nine-character GSS code, such as E08000014.`,
          },
        ]),
  ])
}

const columnsOf = (some: readonly IncomingObservation[]) => sql`unnest(
    ${some.map((o) => o.row)}::int[], ${some.map((o) => o.series)}::text[], ${some.map((o) => o.area)}::text[],
    ${some.map((o) => o.category)}::text[], ${some.map((o) => o.periodStart)}::date[],
    ${some.map((o) => o.periodEnd)}::date[], ${some.map((o) => o.value)}::numeric[],
    ${some.map((o) => o.numerator)}::numeric[], ${some.map((o) => o.denominator)}::numeric[],
    ${some.map((o) => o.lower)}::numeric[], ${some.map((o) => o.upper)}::numeric[],
    ${some.map((o) => o.status)}::text[], ${some.map((o) => o.doubt)}::text[]
  ) as i (row, series_code, area_code, category, period_start, period_end, value, numerator, denominator,
    lower_limit, upper_limit, status, doubt)
  left join lateral (
    select o.revision, o.value, o.numerator, o.denominator, o.lower_limit, o.upper_limit, o.status, o.doubt
    from observation o
    where o.series_code = i.series_code and o.area_code = i.area_code and o.category = i.category
      and o.period_start = i.period_start and o.period_end = i.period_end
    order by o.revision desc limit 1
  ) held on true`

const differs = sql`(i.value, i.numerator, i.denominator, i.lower_limit, i.upper_limit, i.status, i.doubt)
  is distinct from (held.value, held.numerator, held.denominator, held.lower_limit, held.upper_limit, held.status, held.doubt)`

async function compare(db: Db, some: readonly IncomingObservation[]) {
  const { rows } = await sql<{ row: number; value: string | null; was: string | null; fresh: boolean }>`
    select i.row, i.value::text, held.value::text as was, held.revision is null as fresh
    from ${columnsOf(some)} where held.revision is null or ${differs}`.execute(db)
  const changed = rows.filter(({ fresh }) => !fresh)
  const differing = changed.map(({ row, value, was }) => ({
    row,
    column: 'value',
    value: value ?? '',
    message: `Another figure is held for this series, area and period: ${was ?? 'none'}. To revise it, give the reason with --reason.`,
  }))
  return {
    added: rows.length - changed.length,
    revised: changed.length,
    unchanged: some.length - rows.length,
    differing,
  }
}

async function store(
  db: Db,
  actor: Actor,
  some: readonly IncomingObservation[],
  reason: string | null,
): Promise<void> {
  await sql`
    insert into observation (authority_id, series_code, area_code, category, period_start, period_end, revision, value,
      numerator, denominator, lower_limit, upper_limit, status, doubt, recorded_by, reason)
    select ${actor.authorityId}::int, i.series_code, i.area_code, i.category, i.period_start, i.period_end,
      coalesce(held.revision, 0) + 1, i.value, i.numerator, i.denominator, i.lower_limit, i.upper_limit, i.status,
      i.doubt, ${actor.name}::text, case when held.revision is null then null else ${reason}::text end
    from ${columnsOf(some)} where held.revision is null or ${differs}`.execute(db)
}
