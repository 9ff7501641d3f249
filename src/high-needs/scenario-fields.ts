import type { HighNeedsModel, Range } from '../domain/high-needs/model.ts'
import { millionsDecimal, poundsDecimal } from '../domain/money.ts'

type Input = { readonly name: string; readonly label: string }
export type FieldGroup = {
  readonly title: string
  readonly hint: string
  readonly inputs: readonly Input[]
}

const three = (name: string): Input[] => [
  { name: `${name}Low`, label: 'Lowest' },
  { name: `${name}Likely`, label: 'Likeliest' },
  { name: `${name}High`, label: 'Highest' },
]

/** What anybody can put in otherwise, in the order of the form. */
export const fieldGroups: readonly FieldGroup[] = [
  {
    title: 'New plans a year',
    hint: 'How many in the first year, and by how many per cent they grow each year after it',
    inputs: [...three('arrivals'), { name: 'arrivalsGrowth', label: 'Growth, %' }],
  },
  {
    title: 'Plans',
    hint: 'All together; rows below take their place',
    inputs: [
      { name: 'plans', label: 'At the start' },
      { name: 'leavers', label: 'End in a year, %' },
      { name: 'unitCost', label: 'Cost of one a year, £' },
    ],
  },
  { title: 'Inflation', hint: '% a year', inputs: three('inflation') },
  {
    title: 'Grant',
    hint: 'What the council receives',
    inputs: [{ name: 'grant', label: 'First year, £m' }],
  },
  { title: 'Growth of the grant', hint: '% a year, from the second year', inputs: three('grantGrowth') },
  {
    title: 'Mitigations',
    hint: 'When they begin (2024-09), in how many months they grow to their full value, and that value',
    inputs: [
      { name: 'mitigationStart', label: 'Begin in' },
      { name: 'mitigationRamp', label: 'Grow for, months' },
      { name: 'mitigationValue', label: 'Full year, £m' },
    ],
  },
  { title: 'Mitigations delivered', hint: '% of their value', inputs: three('delivery') },
]

export const fieldNames: readonly string[] = [
  ...fieldGroups.flatMap(({ inputs }) => inputs.map(({ name }) => name)),
  'cohorts',
]

/** How a model stands in the fields. */
export function fieldTexts(model: HighNeedsModel): Record<string, string> {
  const [cohort] = model.cohorts
  const [mitigation] = model.mitigations
  return {
    ...rangeTexts('arrivals', model.arrivals, 1),
    ...rangeTexts('inflation', model.inflation, 100),
    ...rangeTexts('grantGrowth', model.grantGrowth, 100),
    ...rangeTexts('delivery', model.delivery, 100),
    plans: String(cohort?.plans ?? 0),
    leavers: percent(cohort?.leaverShare ?? 0),
    unitCost: poundsDecimal(cohort?.unitCost ?? 0n),
    grant: millionsDecimal(model.grant),
    arrivalsGrowth: percent(model.arrivalsGrowth),
    mitigationStart: mitigation?.startMonth ?? `${model.firstYear}-04`,
    mitigationRamp: String(mitigation?.rampMonths ?? 1),
    mitigationValue: millionsDecimal(mitigation?.fullYearValue ?? 0n),
    cohorts: '',
  }
}

const percent = (proportion: number): string => String(Math.round(proportion * 1e6) / 1e4)

const rangeTexts = (name: string, { low, likely, high }: Range, times: number): Record<string, string> => {
  const write = (value: number) => (times === 1 ? String(value) : percent(value))
  return { [`${name}Low`]: write(low), [`${name}Likely`]: write(likely), [`${name}High`]: write(high) }
}
