import { poundsMillionText, sumPence, varianceText } from '../../domain/money.ts'
import type { PictureBudget } from '../../domain/picture/parts.ts'

/** 'overspend of £3.500m on £99.154m': several budgets in a few words. */
export const budgetWords = (budgets: readonly Pick<PictureBudget, 'budget' | 'variance'>[]): string =>
  `${varianceText(sumPence(budgets.map(({ variance }) => variance)))} on ${poundsMillionText(sumPence(budgets.map(({ budget }) => budget)))}`
