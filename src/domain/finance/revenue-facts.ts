import { type Pence, parseMoney, poundsMillionText } from '../money.ts'
import { dayText } from '../period-text.ts'

/** A figure or a date that a paper gives beside its statement, as it printed it. */
export type PrintedFact = {
  readonly service: string | null
  readonly title: string
  readonly value: string
  readonly unit: string
}

const weeks = 52n
const weekly = 'GBP m per week'
const yearly = 'GBP m per year'

/** Costs that a paper gives both by the week and by the year, held against each other: 52 weeks are taken as the year. */
export function weeklyAgainstYearly(facts: readonly PrintedFact[]): string[] {
  return facts.flatMap((week) => {
    if (week.unit !== weekly) return []
    const year = facts.find(({ unit, service }) => unit === yearly && service === week.service)
    const [aWeek, aYear] = [amountOf(week), year === undefined ? null : amountOf(year)]
    if (aWeek === null || aYear === null) return []
    return [sentence(aWeek, aYear)]
  })
}

function sentence(aWeek: Pence, aYear: Pence): string {
  const computed = aWeek * weeks
  const begins = `${poundsMillionText(aWeek)} a week for ${weeks} weeks is ${poundsMillionText(computed)}`
  const apart = computed - aYear
  if (apart === 0n) return `${begins}, as the paper prints for a full year.`
  return `${begins}; the paper prints ${poundsMillionText(aYear)} for a full year, ${poundsMillionText(apart < 0n ? -apart : apart)} ${apart > 0n ? 'less' : 'more'}, and does not explain the difference.`
}

function amountOf({ value }: PrintedFact): Pence | null {
  const parsed = parseMoney(value, 'millions')
  return parsed.ok ? parsed.value : null
}

const units: Readonly<Record<string, (value: string) => string>> = {
  'GBP m': (value) => `£${value}m`,
  [weekly]: (value) => `£${value}m a week`,
  [yearly]: (value) => `£${value}m a year`,
  date: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value) : value),
}

/** The value with its unit as a reader writes it: '£0.090m a week', '14 children'. */
export const factText = ({ value, unit }: PrintedFact): string =>
  units[unit]?.(value) ?? `${value} ${unit}`.trim()
