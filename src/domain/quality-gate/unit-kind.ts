import { multiplierOf } from '../measures/combine-multiplier.ts'
import { type Unit, units } from '../quantity.ts'

/** Whether a unit is something over something: a percentage, a rate. A score is neither a count nor, in use, a rate. */
export const isRatio = (unit: Unit): boolean => unit !== 'score' && multiplierOf(unit) !== null

export const unitName = (unit: Unit): string => `‘${units[unit].name}’`
