import type { CouncilForecast, Outlook } from '../domain/high-needs/outlook.ts'
import type { Table } from '../domain/report/blocks.ts'
import { column, millions, missing, number, text } from '../domain/report/cells.ts'

const modelled = 'The high needs model'

/** The deficit by year, the model's ranges beside the council's own forecast. */
export function outlookTable({ years, simulation }: Outlook, forecasts: readonly CouncilForecast[]): Table {
  return {
    name: 'high-needs-outlook',
    caption: 'Accumulated deficit at the end of each year, £m',
    columns: [
      column('year', 'Year', 'left', 1.2),
      column('low95', 'Low (19 in 20)', 'right'),
      column('low80', 'Low (8 in 10)', 'right'),
      column('middle', 'Middle', 'right'),
      column('high80', 'High (8 in 10)', 'right'),
      column('high95', 'High (19 in 20)', 'right'),
      column('unmitigated', 'Middle, no mitigations', 'right', 1.2),
      column('council', 'Council’s own forecast', 'right', 1.2),
      column('council-unmitigated', 'Council’s, no mitigations', 'right', 1.2),
    ],
    rows: years.map(({ text: year, day, spread: { cumulative } }) => {
      const council = forecasts.findLast((each) => each.day === day)
      const own = (amount: bigint | null | undefined) =>
        amount === null || amount === undefined ? missing('none') : millions(amount, council?.source ?? '')
      const { mitigated, unmitigated } = cumulative
      return {
        role: 'body',
        cells: [
          text(year),
          millions(mitigated.lower95, modelled),
          millions(mitigated.lower80, modelled),
          millions(mitigated.middle, modelled),
          millions(mitigated.upper80, modelled),
          millions(mitigated.upper95, modelled),
          millions(unmitigated.middle, modelled),
          own(council?.estimated),
          own(council?.initial),
        ],
      }
    }),
    notes: [
      `Modelled amounts are the middle and the ranges of ${simulation.runs.toLocaleString('en-GB')} runs (seed ${simulation.seed}). The council’s own forecasts are its papers’ and no part of the model.`,
    ],
  }
}

/** How the likeliest run comes about: plans, cost, grant, mitigations. */
export function workingsTable({ years }: Outlook): Table {
  return {
    name: 'high-needs-central',
    caption: 'The central run: what each year’s deficit is made of',
    columns: [
      column('year', 'Year', 'left', 1.2),
      column('opening', 'Plans at start', 'right'),
      column('arrivals', 'New', 'right'),
      column('leavers', 'Ended', 'right'),
      column('closing', 'Plans at end', 'right'),
      column('cost', 'Cost £m', 'right'),
      column('grant', 'Grant £m', 'right'),
      column('mitigation', 'Mitigations £m', 'right'),
      column('in-year', 'Deficit of the year £m', 'right', 1.2),
      column('cumulative', 'Accumulated £m', 'right', 1.2),
    ],
    rows: years.map(({ text: year, central }) => {
      const { plans, cost, grant, mitigation, mitigated } = central
      const opening = Math.round(plans.opening)
      const closing = Math.round(plans.closing)
      const arrivals = Math.round(plans.arrivals)
      return {
        role: 'body',
        cells: [
          text(year),
          number(opening, modelled),
          number(arrivals, modelled),
          // So that the whole numbers of the row add up, as the plans do before they are rounded.
          number(opening + arrivals - closing, modelled),
          number(closing, modelled),
          millions(cost, modelled),
          millions(grant, modelled),
          millions(mitigation, modelled),
          millions(mitigated.inYear, modelled),
          millions(mitigated.cumulative, modelled),
        ],
      }
    }),
    notes: [
      'Plans are expected numbers, shown whole. The central run takes the likeliest value of everything; the middle of many runs lies a little elsewhere.',
    ],
  }
}
