import { type BaseModel, yearText } from '../domain/high-needs/base-model.ts'
import type { HighNeedsFact } from '../domain/high-needs/fact.ts'
import type { Range } from '../domain/high-needs/model.ts'
import { poundsMillionText, wholePoundsText } from '../domain/money.ts'
import { numberText } from '../domain/quantity.ts'
import type { Row, Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'
import { monthText, percentText, periodWords } from './words.ts'

/** Everything the model starts from, and which of it the council said and which is only assumed. */
export function assumptionTable({ model, facts }: BaseModel, council: string): Table {
  const assumption = `Assumption, not ${council}’s`
  const row = (what: string, value: string, from: string, why: string): Row => ({
    role: 'body',
    cells: [text(what), text(value), text(from), text(why)],
  })
  const paper = (fact: HighNeedsFact) =>
    `${fact.item}, ${periodWords(fact.period)} (${fact.basis}). ${fact.source}`
  const [cohort] = model.cohorts
  const [mitigation] = model.mitigations
  const { expenditure, plans, increase, laterPlans, issued } = facts
  return {
    name: 'high-needs-assumptions',
    caption: 'What the model starts from',
    columns: [
      column('what', 'Input', 'left', 1.6),
      column('value', 'Value', 'left', 1.4),
      column('from', 'Whose', 'left', 1.2),
      column('why', 'Where from', 'left', 3),
    ],
    rows: [
      row(
        'Accumulated deficit at the start',
        poundsMillionText(model.openingDeficit),
        'Papers',
        paper(facts.deficit),
      ),
      row('Plans at the start', numberText(cohort?.plans ?? 0, 0), 'Papers', paper(plans)),
      row(
        'Cost of a plan in a year',
        `£${wholePoundsText(cohort?.unitCost ?? 0n)}`,
        'Computed',
        `Net expenditure of ${poundsMillionText(expenditure.amount ?? 0n)} in ${expenditure.period} over ${numberText(plans.value ?? 0, 0)} plans: all ages, needs and placements together, since the papers give no split`,
      ),
      row(
        `Grant in ${yearText(model.firstYear)}`,
        poundsMillionText(model.grant),
        'Papers',
        increase
          ? `Government funding of ${facts.funding.period} and the increase of ${poundsMillionText(increase.amount ?? 0n)}. ${increase.source}`
          : paper(facts.funding),
      ),
      row(
        'New plans a year',
        range(model.arrivals, (value) => numberText(value, 0)),
        'Papers; the range is computed',
        `Issued: ${issued.map(({ period, value }) => `${value} in ${period}`).join(', ')}. ${laterPlans ? `Highest: what the rise to ${numberText(laterPlans.value ?? 0, 0)} plans in ${periodWords(laterPlans.period)} would be in a year, with those that end` : 'Highest: a quarter more than the latest'}`,
      ),
      row(
        'Growth of new plans a year',
        percentText(model.arrivalsGrowth),
        assumption,
        'As many each year as in the first',
      ),
      row(
        'Plans that end in a year',
        percentText(cohort?.leaverShare ?? 0),
        assumption,
        'England’s in 2023: 576,000 plans in January 2024 were 11.4% more than a year before, and 84,400 were issued',
      ),
      row('Inflation a year', range(model.inflation, percentText), assumption, 'The papers give none'),
      row(
        'Growth of the grant in later years',
        range(model.grantGrowth, percentText),
        assumption,
        increase ? 'Likeliest: as in the first year' : 'The papers give none',
      ),
      ...(mitigation
        ? [
            row(
              'Mitigations, when in full effect',
              `${poundsMillionText(mitigation.fullYearValue)} a year`,
              assumption,
              `Starting in ${monthText(mitigation.startMonth)} and growing for ${mitigation.rampMonths} months, they come to what the council forecast by the first of its days`,
            ),
            row(
              'Share of the mitigations delivered',
              range(model.delivery, (value) => percentText(value, 0)),
              assumption,
              'The papers take all of it as delivered',
            ),
          ]
        : []),
    ],
    notes: ['Three values are the lowest, the likeliest and the highest.'],
  }
}

const range = ({ low, likely, high }: Range, write: (value: number) => string): string =>
  low === high ? write(likely) : `${write(low)} – ${write(likely)} – ${write(high)}`
