import { type Pence, parseMoney } from '../../domain/money.ts'

/** An amount of a shipped file in pence. The files are ours: one that cannot be read is a fault. */
export const amount = (text: string | undefined, unit: 'pounds' | 'millions'): Pence => {
  const parsed = parseMoney(text ?? '', unit)
  if (!parsed.ok) throw new Error(parsed.problem)
  return parsed.value
}

/** How finely papers print: a table in £m shows thousands, a table in £ shows pounds. */
export const thousandPounds = 100_000n
export const onePound = 100n
