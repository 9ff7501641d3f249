import { parse } from 'csv-parse/sync'
import type { Cohort } from '../domain/high-needs/model.ts'
import { readUnitCost } from './read-unit-cost.ts'

const columns = [
  'age band',
  'need',
  'placement',
  'plans',
  'new %',
  'end %',
  'unit cost £',
  'moves to age band',
  'moves %',
] as const
export const cohortHeader = columns.join(',')

export type CohortsRead = { readonly cohorts: readonly Cohort[]; readonly problems: readonly string[] }

/** A cohort's name: what it is of. */
const codeOf = (ageBand: string, need: string, placement: string): string =>
  [ageBand, need, placement].map((part) => part.toLowerCase()).join(', ')

/** Cohorts as somebody typed or pasted them: a line of column names, then a line each, in pounds and per cent. */
export function readCohorts(text: string): CohortsRead {
  const rows = rowsOf(text)
  if (rows === null) return refused('The rows are not CSV: close every quotation mark')
  const [header = [], ...lines] = rows
  const names = header.map((name) => name.toLowerCase())
  const absent = columns.filter((name) => !names.includes(name))
  if (absent.length > 0)
    return refused(`The first line names the columns ${cohortHeader}. Missing: ${absent.join(', ')}`)
  const problems: string[] = []
  const cohorts = lines.map((line, index) => {
    const at = (name: (typeof columns)[number]) => line[names.indexOf(name)]?.trim() ?? ''
    const refuse = (words: string) => void problems.push(`Row ${index + 1}: ${words}`)
    const numberAt = (name: (typeof columns)[number], empty: number): number => {
      const typed = at(name).replace(/[,%]/g, '').replace('−', '-')
      const value = typed === '' ? empty : Number(typed)
      if (Number.isFinite(value)) return value
      refuse(`‘${at(name)}’ in ${name} is not a number; write digits`)
      return empty
    }
    const cost = readUnitCost(at('unit cost £'))
    if (!cost.ok) refuse(cost.problem)
    const [ageBand, need, placement] = [at('age band'), at('need'), at('placement')]
    if (ageBand === '' || need === '' || placement === '') refuse('give age band, need and placement')
    const movesTo = at('moves to age band')
    const moving = numberAt('moves %', 0) / 100
    if (movesTo === '' && moving !== 0) refuse('say to which age band they move, or leave moves % empty')
    return {
      code: codeOf(ageBand, need, placement),
      ageBand,
      need,
      placement,
      plans: numberAt('plans', 0),
      arrivalShare: numberAt('new %', 0) / 100,
      leaverShare: numberAt('end %', 0) / 100,
      unitCost: cost.ok ? cost.value : 0n,
      moves: movesTo === '' ? [] : [{ to: codeOf(movesTo, need, placement), share: moving }],
    }
  })
  return { cohorts, problems }
}

const refused = (problem: string): CohortsRead => ({ cohorts: [], problems: [problem] })

function rowsOf(text: string): string[][] | null {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true })
  } catch {
    return null
  }
}

/** An example of a split, for a form: none of it is any council's. Its plans and its cost come to the totals of July 2024's papers. */
export const illustrativeCohorts = `${cohortHeader}
0 to 10,All needs,Mainstream school,820,38,2,9500,11 to 18,9
0 to 10,All needs,SEN unit,310,16,2,18500,11 to 18,9
0 to 10,All needs,Special school,330,14,2,27000,11 to 18,9
11 to 18,All needs,Mainstream school,700,14,5,9500,19 to 25,4
11 to 18,All needs,SEN unit,60,4,5,18500,,
11 to 18,All needs,Special school,500,6,5,29120,,
11 to 18,All needs,Independent school,190,5,5,70000,,
19 to 25,All needs,Mainstream school,274,3,20,20600,,
`
