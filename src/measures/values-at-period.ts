import type { Observation } from '../domain/measures/observation.ts'
import { type Period, samePeriod } from '../domain/period.ts'

type Area = {
  readonly name: string
  readonly observations: readonly Pick<Observation, 'period' | 'value' | 'doubt'>[]
}

/** Every area's figure of one period; those without one, or with one in doubt, are left out. */
export const valuesAtPeriod = (areas: readonly Area[], period: Period): { name: string; value: number }[] =>
  areas.flatMap(({ name, observations }) => {
    const found = observations.find((each) => samePeriod(each.period, period))
    return found && found.value !== null && found.doubt === null ? [{ name, value: found.value }] : []
  })
