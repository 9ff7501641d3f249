import { NotFound } from '../../access/refusals.ts'
import { readConfig } from '../../config.ts'
import { inAuthority } from '../../db/transaction.ts'
import { addDays } from '../../domain/period.ts'
import { parseQuarter, periodSlug, periodText } from '../../domain/period-text.ts'
import { type EvaluatedMeasure, evaluateThese } from '../../measures/evaluations.ts'
import { measureFor, registeredMeasures } from '../../measures/queries.ts'
import { areaNamed, reportingQuarter } from '../../organisation/queries.ts'
import { type Command, dayOption, type Given, textOption, UsageError } from '../command.ts'
import { chosenAuthority, withDatabase } from '../with-database.ts'

export const evaluateCommand: Command = {
  name: 'evaluate',
  arguments: '',
  summary: 'judge measures, each part with its reason',
  options: {
    measure: {
      type: 'string',
      value: 'CODE',
      says: 'one measure, such as sm-20 (default: the whole register)',
    },
    area: { type: 'string', value: 'GSS', says: 'another area than the council’s own, such as E08000012' },
    period: {
      type: 'string',
      value: 'QUARTER',
      says: 'as the figures stood for this quarter, such as 2024-25-q1 (default: the latest opened)',
    },
    'as-at': {
      type: 'string',
      value: 'DATE',
      says: 'only what had been recorded by the end of this day, such as 2024-07-25',
    },
    json: { type: 'boolean', says: 'print one JSON document' },
  },
  run: async (given, { out }) => {
    if (given.positionals.length > 0) throw new UsageError(`'${given.positionals[0]}' was not expected.`)
    const config = readConfig()
    const knownBy = dayOption(given, 'as-at')
    const period = periodOption(given)
    return withDatabase(config, async (database) => {
      const authority = await chosenAuthority(database, config.authority)
      return inAuthority(database.db, authority.id, async (db) => {
        const quarter = await reportingQuarter(db, period, knownBy)
        const area = textOption(given, 'area') ?? authority.areaCode
        if ((await areaNamed(db, area)) === null)
          throw new NotFound(`No area '${area}' is known. Use its nine-character GSS code.`)
        const code = textOption(given, 'measure')
        const measures =
          code === undefined
            ? await registeredMeasures(db, knownBy, addDays(quarter.end, -1))
            : [await measureFor(db, code, knownBy)]
        const evaluated = await evaluateThese(db, measures, { area, cutOff: quarter.end, knownBy })
        if (given.options.json === true)
          out(
            JSON.stringify(
              { area, period: periodSlug(quarter), asAt: knownBy, evaluations: evaluated.map(asJson) },
              null,
              2,
            ),
          )
        else
          for (const { measure, evaluation } of evaluated)
            out(`${measure.code}  ${measure.title}\n       ${evaluation.verdict}`)
        return 0
      })
    })
  },
}

function periodOption(given: Given): string | null {
  const text = textOption(given, 'period')
  if (text === undefined) return null
  const parsed = parseQuarter(text)
  if (parsed.ok) return periodSlug(parsed.value)
  throw new UsageError(`--period: ${parsed.problem}.`)
}

function asJson({ measure, evaluation, attention }: EvaluatedMeasure) {
  const { latest, target } = evaluation
  return {
    measure: measure.code,
    title: measure.title,
    series: measure.series ? { code: measure.series.code, match: measure.series.match } : null,
    value: latest?.value ?? null,
    unit: measure.series?.unit ?? measure.unit,
    period: latest
      ? { start: latest.period.start, end: addDays(latest.period.end, -1), label: periodText(latest.period) }
      : null,
    status: latest?.status ?? null,
    target,
    position: evaluation.position,
    attention,
    rag: evaluation.rag,
    overYear: evaluation.overYear,
    fromPrevious: evaluation.fromPrevious,
    comparison: evaluation.comparison,
    verdict: evaluation.verdict,
  }
}
