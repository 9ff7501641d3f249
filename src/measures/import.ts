import { command, type Done } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { hold } from '../db/hold.ts'
import { databaseErrorCode } from '../db/query-error.ts'
import { todayIn } from '../db/today.ts'
import type { Actor } from '../domain/access/roles.ts'
import { checkFigure } from '../domain/import/figure-checks.ts'
import { type ImportProblem, type IncomingObservation, keyOf } from '../domain/import/incoming.ts'
import { capped } from './import/capped.ts'
import { implausibleFigures } from './import/implausible-figures.ts'
import type { FigureSource, ImportInput, ImportResult, Revision } from './import/import-input.ts'
import { readAhead } from './import/read-ahead.ts'
import { registeredCodes } from './import/register.ts'
import { restatedFigures } from './import/restated-figures.ts'
import { givenTwice, heldOtherwise, notTheirs } from './import/row-problems.ts'
import { rememberSource } from './import/sources.ts'
import { storeFigures } from './import/store-figures.ts'
import { type Repeated, tellRepeated, warnOf } from './import/tell-rows.ts'
import { Undone } from './import/undone.ts'

const rowsAtOnce = 5_000
/** Problems and warnings told in full. Reading stops at as many problems. */
export const mostTold = 10_000

/**
 * Stores figures, all or none of them. A figure already held is left alone when it is the same, and gets a new revision
 * with the reason when it differs: nothing is overwritten. A dry run stores them too, and undoes it: it says what is so.
 */
export const importObservations = (db: Db, actor: Actor, input: ImportInput): Promise<ImportResult> =>
  command(db, actor, 'measure.record-values', importing(actor, input)).catch(settled)

/** Figures that a program sends with a key, of series its unit answers for. */
export const sendObservations = (
  db: Db,
  actor: Actor,
  input: ImportInput & { readonly onlySeries: ReadonlySet<string> },
): Promise<ImportResult> => command(db, actor, 'measure.send-values', importing(actor, input)).catch(settled)

const importing =
  (actor: Actor, input: ImportInput) =>
  async (db: Db): Promise<Done<ImportResult>> => {
    await oneAtATime(db)
    const source = sourceOf(input)
    const { file, dryRun } = input
    const reason = input.reason?.trim() || null
    const known = await registeredCodes(db)
    const today = await todayIn(db)
    const problems = capped<ImportProblem>(mostTold)
    const warnings = capped<ImportProblem>(mostTold)
    const revisions = capped<Revision>(1_000)
    const rejected = new Set<number>()
    const touched = new Map<string, Set<string>>()
    const repeated = new Map<string, Repeated[]>()
    const restated = await restatedFigures(db, actor)
    const totals = { added: 0, revised: 0, unchanged: 0, rows: 0 }
    const refuse = (...some: ImportProblem[]) => {
      problems.add(...some)
      for (const { row } of some) rejected.add(row)
    }
    for await (const { observations, problems: unread, share } of inSlices(readAhead(source.batches()))) {
      refuse(...unread)
      const some = new Map<string, IncomingObservation>()
      const doubts: (readonly ImportProblem[])[] = []
      for (const incoming of observations) {
        const checked = checkFigure(incoming, known, today)
        refuse(...checked.problems)
        const { figure } = checked
        const first = figure && some.get(keyOf(figure))
        if (figure && input.onlySeries?.has(figure.series) === false) refuse(notTheirs(incoming))
        else if (first) refuse(givenTwice(incoming, `row ${first.row}`))
        else if (figure) {
          some.set(keyOf(figure), figure)
          doubts.push(checked.warnings)
          areasTouched(touched, figure.series).add(figure.area)
        }
      }
      const figures = [...some.values()]
      const { added, unchanged, changed } = await storeFigures(
        db,
        actor,
        figures,
        reason ?? (dryRun ? 'Dry run' : null),
      )
      totals.added += added
      totals.unchanged += unchanged.length
      // What is held already was asked about when it came.
      for (const at of unchanged) doubts[at - 1] = []
      for (const each of doubts) warnings.add(...each)
      totals.rows += observations.length
      for (const each of changed) {
        const figure = figures[each.at - 1]
        if (each.twice && figure) {
          rejected.add(each.row)
          if (!repeated.has(keyOf(figure))) repeated.set(keyOf(figure), [])
          repeated.get(keyOf(figure))?.push(figure)
        } else if (reason === null && !dryRun) refuse(heldOtherwise(each))
        else {
          const refusal = restated.take(each)
          if (refusal !== null)
            refuse({ row: each.row, column: 'value', value: each.value ?? '', message: refusal })
          totals.revised += 1
          revisions.add({
            row: each.row,
            was: shown(each.was, each.wasStatus),
            becomes: shown(each.value, each.status),
          })
        }
      }
      input.progress?.(totals.rows, Math.max(totals.rows, Math.round(totals.rows / (share ?? 1))))
      if (problems.count + repeated.size >= mostTold) break
    }
    if (repeated.size > 0) await tellRepeated(repeated, source, known, refuse)
    if (problems.count === 0 && totals.added + totals.revised > 0)
      await warnOf(implausibleFigures(db, touched, known), source, known, warnings.add, mostTold)
    const asks = warnings.count > 0 && input.acceptWarnings === false
    const none = problems.count > 0
    const said: ImportResult = {
      kind: 'observations',
      file,
      accepted: none ? 0 : totals.added,
      rejected: rejected.size,
      unchanged: none ? 0 : totals.unchanged,
      revised: none ? 0 : totals.revised,
      restated: none ? 0 : restated.count(),
      problems: problems.first.toSorted((a, b) => a.row - b.row),
      warnings: warnings.first.toSorted((a, b) => a.row - b.row),
      revisions: none ? [] : revisions.first,
      understood: source.understood?.() ?? [],
      table: source.table?.() ?? null,
      stored: false,
    }
    if (none || dryRun || asks || input.agreed?.(said) === false) throw new Undone(said)
    const result = { ...said, stored: true }
    if (input.remember) await rememberSource(db, actor, input.remember.name, input.remember.mapping)
    await restated.enter(reason ?? '')
    await input.alongside?.(db, result)
    const { added, revised, unchanged } = totals
    const event = {
      action: 'observations.imported',
      subject: 'observations',
      details: {
        file,
        added,
        revised,
        restated: restated.count(),
        unchanged,
        reason,
        warningsAccepted: warnings.count,
      },
    }
    return { result, event: added + revised === 0 ? null : event }
  }

function settled(error: unknown): ImportResult {
  if (error instanceof Undone) return error.result as ImportResult
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : null
  if (databaseErrorCode(error) === '23505' && constraint === 'observation_pkey')
    throw new Conflict(
      'Somebody recorded some of the same figures at the same moment. Import the file again: it then says what is held.',
    )
  throw error
}

/** Two imports of one file at once: the second waits, and finds the figures held. */
const oneAtATime = (db: Db) => hold(db, 'observations')

const sourceOf = (input: ImportInput): FigureSource =>
  'batches' in input
    ? input
    : {
        batches: async function* () {
          yield { observations: input.observations, problems: input.problems }
        },
      }

async function* inSlices(batches: ReturnType<FigureSource['batches']>) {
  for await (const { observations, problems, share = 1 } of batches) {
    const slices = Math.max(1, Math.ceil(observations.length / rowsAtOnce))
    for (let slice = 0; slice < slices; slice++)
      yield {
        observations: observations.slice(slice * rowsAtOnce, (slice + 1) * rowsAtOnce),
        problems: slice === 0 ? problems : [],
        share:
          slices === 1
            ? share
            : (share * Math.min((slice + 1) * rowsAtOnce, observations.length)) / observations.length,
      }
  }
}

function areasTouched(touched: Map<string, Set<string>>, series: string): Set<string> {
  const areas = touched.get(series) ?? new Set()
  touched.set(series, areas)
  return areas
}

const shown = (value: string | null, status: string): string =>
  [value ?? 'no value', ...(status === 'final' ? [] : [status])].join(', ')
