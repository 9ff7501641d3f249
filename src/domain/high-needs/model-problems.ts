import { isMonth } from '../period.ts'
import type { Cohort, HighNeedsModel, Range } from './model.ts'

/** Something a model cannot be run with: in which field, in which row of the cohorts (1 is the first), what to do. */
export type ModelProblem = { readonly field: string; readonly row: number | null; readonly text: string }

/** Below this a cost in pounds a year is no placement; it is one that was written in thousands or millions. */
const leastUnitCost = 50_000n
const mostUnitCost = 100_000_000n
const tolerance = 1e-6

/** Everything wrong with a model, each with where it stands and how to mend it. */
export function modelProblems(model: HighNeedsModel): ModelProblem[] {
  const { cohorts } = model
  const about = (field: string, text: string): ModelProblem => ({ field, row: null, text })
  const shares = cohorts.reduce((total, { arrivalShare }) => total + arrivalShare, 0)
  const worstGrowth = Math.min(model.grantGrowth.low, model.grantGrowth.likely, model.grantGrowth.high)
  return [
    ...cohorts.flatMap((cohort, index) => cohortProblems(cohort, index + 1, cohorts)),
    ...(cohorts.length === 0 ? [about('cohorts', 'Give at least one cohort of plans')] : []),
    ...(cohorts.length > 0 && Math.abs(shares - 1) > tolerance
      ? [
          about(
            'cohorts',
            `The shares of new plans add up to ${percent(shares)}; make those of all rows add up to 100%`,
          ),
        ]
      : []),
    ...rangeProblems('arrivals', 'New plans a year', model.arrivals, 0, 100_000),
    ...rangeProblems('inflation', 'Inflation', model.inflation, -0.2, 0.5),
    ...rangeProblems('delivery', 'The share of mitigations delivered', model.delivery, 0, 2),
    ...(model.grant < 0n
      ? [about('grant', 'The grant is below zero; give what the council receives, as a plus')]
      : []),
    ...(worstGrowth < -1
      ? [
          about(
            'grantGrowth',
            `With growth of ${percent(worstGrowth)} the grant would fall below zero; it can fall by at most 100%`,
          ),
        ]
      : rangeProblems('grantGrowth', 'Growth of the grant', model.grantGrowth, -1, 1)),
    ...(model.arrivalsGrowth < -1 || model.arrivalsGrowth > 1
      ? [about('arrivalsGrowth', 'Growth of new plans is from −100% to 100% a year')]
      : []),
    ...model.mitigations.flatMap(({ startMonth, rampMonths, fullYearValue, title }) => [
      ...(isMonth(startMonth)
        ? []
        : [about('mitigationStart', `Write the month in which ‘${title}’ starts as 2024-09`)]),
      ...(rampMonths >= 1 && rampMonths <= 240
        ? []
        : [about('mitigationRamp', `‘${title}’ grows to its full value in 1 to 240 months`)]),
      ...(fullYearValue >= 0n
        ? []
        : [
            about(
              'mitigationValue',
              `The value of ‘${title}’ is what it saves, as a plus; a cost belongs in the unit costs`,
            ),
          ]),
    ]),
  ]
}

function cohortProblems(cohort: Cohort, row: number, all: readonly Cohort[]): ModelProblem[] {
  const about = (text: string): ModelProblem => ({ field: 'cohorts', row, text: `Row ${row}: ${text}` })
  const { plans, arrivalShare, leaverShare, unitCost, moves } = cohort
  const going = leaverShare + moves.reduce((total, { share }) => total + share, 0)
  const isShare = (share: number) => share >= 0 && share <= 1
  const problems: ModelProblem[] = []
  if (!(plans >= 0)) problems.push(about(`${plans} plans cannot be; give how many there are, 0 or more`))
  if (!isShare(arrivalShare)) problems.push(about('the share of new plans is from 0% to 100%'))
  if (!isShare(leaverShare) || !moves.every(({ share }) => isShare(share)))
    problems.push(about('the shares that leave or move are from 0% to 100%'))
  else if (going > 1 + tolerance)
    problems.push(about(`${percent(going)} would leave or move in a year; together at most 100% can`))
  if (unitCost < 0n) problems.push(about('a unit cost cannot be below zero'))
  else if (unitCost > 0n && unitCost < leastUnitCost)
    problems.push(
      about(
        `a unit cost of £${Number(unitCost) / 100} a year looks like thousands or millions of pounds; write it in pounds, such as 52000`,
      ),
    )
  else if (unitCost > mostUnitCost)
    problems.push(
      about(
        `a unit cost of £${(Number(unitCost) / 100).toLocaleString('en-GB')} a year is more than any placement; write it in pounds a plan`,
      ),
    )
  for (const { to } of moves)
    if (to === cohort.code || !all.some(({ code }) => code === to))
      problems.push(about(`there is no other cohort ‘${to}’ to move to; give the name of another row`))
  if (all.findIndex(({ code }) => code === cohort.code) !== row - 1)
    problems.push(about('this age band, need and placement stand in an earlier row; put them together'))
  return problems
}

function rangeProblems(
  field: string,
  title: string,
  { low, likely, high }: Range,
  least: number,
  most: number,
): ModelProblem[] {
  if ([low, likely, high].some((value) => !Number.isFinite(value)))
    return [{ field, row: null, text: `${title}: give the lowest, most likely and highest as numbers` }]
  if (low > likely || likely > high)
    return [
      {
        field,
        row: null,
        text: `${title}: the most likely lies between the lowest and the highest; put the three in order`,
      },
    ]
  if (low < least || high > most)
    return [
      {
        field,
        row: null,
        text: `${title}: from ${numberOrPercent(least, most)} to ${numberOrPercent(most, most)}`,
      },
    ]
  return []
}

const percent = (proportion: number): string => `${Number((proportion * 100).toFixed(1))}%`.replace('-', '−')

const numberOrPercent = (value: number, most: number): string =>
  most > 10 ? value.toLocaleString('en-GB') : percent(value)
