import { shortPeriodText } from '../domain/period-text.ts'
import { changeText, printsAlike, quantityText, type Unit, units } from '../domain/quantity.ts'
import type { EarlierFigure } from './earlier-figures.ts'
import type { CycleRequest } from './requests.ts'

export type FigureWords = {
  /** As it is printed; null when there is none. */
  readonly value: string | null
  /** Exact. */
  readonly exact: string | null
  /** What stands in its place: 'cannot be supplied', 'no figure is asked for'. */
  readonly missing: string
  readonly note: string | null
  readonly last: string | null
  readonly lastPeriod: string | null
  /** '+2.1 percentage points, better'; null when there is nothing to compare with. */
  readonly change: string | null
}

/** A request's figure and the one before it, in words. Where only words are asked, the figure that is in already. */
export function figureWords(
  { measure, asks, answer, period }: CycleRequest,
  earlier: readonly EarlierFigure[],
): FigureWords {
  const { unit } = measure.series ?? measure
  const published = asks === 'words' ? (earlier.find(({ end }) => end === period.end) ?? null) : null
  const exact =
    asks === 'words' ? (published === null ? null : String(published.value)) : (answer?.value ?? null)
  const decimals = measure.series?.decimals ?? decimalsOf(unit, exact)
  const before = earlier.findLast(({ end }) => end < period.end) ?? null
  const value = exact === null ? null : Number(exact)
  const text = (value: number) => quantityText(value, unit, decimals)
  return {
    value: value === null ? null : text(value),
    exact,
    missing: missingText(asks, answer),
    note: noteOf(asks, answer),
    last: before && text(before.value),
    lastPeriod: before && shortPeriodText(before.period),
    change: value === null || before === null ? null : changeWords(value - before.value, value, before.value),
  }

  function changeWords(change: number, now: number, then: number): string {
    if (printsAlike(now, then, decimals)) return 'the same as last time'
    const direction = measure.series?.goodDirection ?? measure.goodDirection
    const welcome =
      direction === 'high' || direction === 'low'
        ? (direction === 'high') === change > 0
          ? ', better'
          : ', worse'
        : ''
    return `${changeText(change, unit, decimals)}${welcome}`
  }
}

/** A number of things is not printed more exactly than it was given; a percentage always is, so that they align. */
const decimalsOf = (unit: Unit, exact: string | null): number =>
  unit === 'percentage'
    ? units.percentage.decimals
    : Math.min(units[unit].decimals, exact?.split('.')[1]?.length ?? 0)

function missingText(asks: CycleRequest['asks'], answer: CycleRequest['answer']): string {
  if (asks === 'words') return 'no figure is asked for'
  if (answer === null) return 'not answered'
  return answer.given.cannotSupply === '' ? 'no figure' : 'cannot be supplied'
}

function noteOf(asks: CycleRequest['asks'], answer: CycleRequest['answer']): string | null {
  if (asks === 'words') return 'published'
  if (answer === null || answer.value === null || answer.given.status === 'final') return null
  return answer.given.status
}
