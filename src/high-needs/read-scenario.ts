import type { HighNeedsModel, Range } from '../domain/high-needs/model.ts'
import { modelProblems } from '../domain/high-needs/model-problems.ts'
import { type Pence, parseMoney } from '../domain/money.ts'
import type { Parsed } from '../domain/period.ts'
import type { Problem } from '../web/form.ts'
import { readCohorts } from './read-cohorts.ts'
import { readUnitCost } from './read-unit-cost.ts'
import { fieldNames, fieldTexts } from './scenario-fields.ts'

export type ScenarioRead = { readonly model: HighNeedsModel; readonly problems: readonly Problem[] }

/** What was typed otherwise than it stands in the base: all there is to keep of a scenario. */
export function changedFields(typed: URLSearchParams, base: HighNeedsModel): Record<string, string> {
  const texts = fieldTexts(base)
  return Object.fromEntries(
    fieldNames.flatMap((name) => {
      const value = typed.get(name)?.trim()
      return value === undefined || value === texts[name] ? [] : [[name, value]]
    }),
  )
}

/** The base with what is assumed otherwise. A field that is not there stands as in the base. */
export function readScenario(changed: Readonly<Record<string, string>>, base: HighNeedsModel): ScenarioRead {
  const texts = { ...fieldTexts(base), ...changed }
  const problems: Problem[] = []
  const numberOf = (field: string): number => {
    const typed = (texts[field] ?? '').replace(/[,%£]/g, '').replace('−', '-').trim()
    const value = typed === '' ? Number.NaN : Number(typed)
    if (!Number.isFinite(value))
      problems.push({ field, text: `‘${texts[field]}’ is not a number; write digits` })
    return Number.isFinite(value) ? value : 0
  }
  const rangeOf = (name: string, over: number): Range => ({
    low: numberOf(`${name}Low`) / over,
    likely: numberOf(`${name}Likely`) / over,
    high: numberOf(`${name}High`) / over,
  })
  const amountOf = (field: string, parsed: Parsed<Pence>): Pence => {
    if (!parsed.ok) problems.push({ field, text: parsed.problem })
    return parsed.ok ? parsed.value : 0n
  }
  const millionsOf = (field: string) =>
    amountOf(field, parseMoney((texts[field] ?? '').replace(/[,£]/g, ''), 'millions'))
  const rows = (texts.cohorts ?? '').trim()
  const given = rows === '' ? null : readCohorts(rows)
  problems.push(...(given?.problems ?? []).map((text) => ({ field: 'cohorts', text })))
  const [whole] = base.cohorts
  const value = millionsOf('mitigationValue')
  const title = base.mitigations[0]?.title ?? 'Mitigations'
  const model: HighNeedsModel = {
    ...base,
    cohorts: given
      ? given.cohorts
      : whole
        ? [
            {
              ...whole,
              plans: numberOf('plans'),
              leaverShare: numberOf('leavers') / 100,
              unitCost: amountOf('unitCost', readUnitCost(texts.unitCost ?? '')),
            },
          ]
        : [],
    arrivals: rangeOf('arrivals', 1),
    arrivalsGrowth: numberOf('arrivalsGrowth') / 100,
    inflation: rangeOf('inflation', 100),
    grant: millionsOf('grant'),
    grantGrowth: rangeOf('grantGrowth', 100),
    mitigations:
      value === 0n
        ? []
        : [
            {
              title,
              startMonth: texts.mitigationStart ?? '',
              rampMonths: numberOf('mitigationRamp'),
              fullYearValue: value,
            },
          ],
    delivery: rangeOf('delivery', 100),
  }
  if (problems.length > 0) return { model, problems }
  const wrong = modelProblems(model).map(({ field, text, row }) => ({
    field: fieldOf(field, given !== null, text),
    text: row !== null && given === null ? text.replace(/^Row 1: /, '') : text,
  }))
  return { model, problems: [...wrong, ...tooLarge(model)] }
}

/** No council's grant or mitigations are a thousand million pounds: that was written in pounds. */
function tooLarge({ grant, mitigations }: HighNeedsModel): Problem[] {
  const most = 100_000_000_000n
  const words = (title: string) => `${title} is in £m: write £46,760,000 as 46.76`
  return [
    ...(grant > most ? [{ field: 'grant', text: words('The grant') }] : []),
    ...(mitigations.some(({ fullYearValue }) => fullYearValue > most)
      ? [{ field: 'mitigationValue', text: words('The value') }]
      : []),
  ]
}

/** The field beside which a problem of the model is shown. */
function fieldOf(field: string, hasRows: boolean, text: string): string {
  if (['arrivals', 'inflation', 'grantGrowth', 'delivery'].includes(field)) return `${field}Likely`
  if (field !== 'cohorts' || hasRows) return field
  if (text.includes('unit cost')) return 'unitCost'
  return text.includes('plans') ? 'plans' : 'leavers'
}
