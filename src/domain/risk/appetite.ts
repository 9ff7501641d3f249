import { type Score, scoreOf } from './score.ts'

/** The highest score the council accepts in a category, from a day on. */
export type Appetite = {
  readonly category: string
  readonly from: string
  readonly number: number
  readonly most: number
}

/** What is in force on a day: the latest that had begun, and of one day the last recorded. */
export const appetiteOn = <Held extends Appetite>(
  appetites: readonly Held[],
  category: string | null,
  day: string,
): Held | null =>
  appetites
    .filter((each) => each.category === category && each.from <= day)
    .toSorted((a, b) => (a.from === b.from ? a.number - b.number : a.from < b.from ? -1 : 1))
    .at(-1) ?? null

export const appetiteVerdicts = {
  above: { text: 'Above appetite', tone: 'bad' },
  within: { text: 'Within appetite', tone: 'good' },
  'no-appetite': { text: 'No appetite set', tone: 'none' },
  'not-scored': { text: 'Not scored', tone: 'none' },
} as const
export type AppetiteVerdict = keyof typeof appetiteVerdicts

/** How a current score stands to the appetite of its category. */
export function appetiteVerdict(
  score: Score | null,
  appetite: Pick<Appetite, 'most'> | null,
): AppetiteVerdict {
  if (score === null) return 'not-scored'
  if (appetite === null) return 'no-appetite'
  return scoreOf(score) > appetite.most ? 'above' : 'within'
}
