import type { ImportProblem, IncomingObservation } from '../../domain/import/incoming.ts'
import type { Changed } from './store-figures.ts'

export const givenTwice = (
  { row, ...figure }: { row: number; series?: string },
  first: string,
): ImportProblem => ({
  row,
  column: 'series_code',
  value: figure.series ?? '',
  message: `This figure is given twice: ${first} has the same series, area and period. Keep one of them.`,
})

export const notTheirs = ({ row, series }: IncomingObservation): ImportProblem => ({
  row,
  column: 'series_code',
  value: series,
  message: `The unit of this key does not answer for a measure with the series '${series}'. Send only figures of its own measures.`,
})

export const heldOtherwise = ({ row, value, was }: Changed): ImportProblem => ({
  row,
  column: 'value',
  value: value ?? '',
  message: `Another figure is held for this series, area and period: ${was ?? 'none'}. To revise it, give the reason (--reason on the command line).`,
})
