import type { FundingInput } from '../../finance/capital/record-funding.ts'
import type { MonitoringInput } from '../../finance/capital/record-monitoring.ts'
import type { ControlTotalInput } from '../../finance/control-totals.ts'
import { type CsvRecord, shipped, slug, sourceOf } from '../csv.ts'
import { amount, thousandPounds } from './amount.ts'
import { capitalProgrammeJuly2024 } from './capital.ts'

const programme = '2024-07'
const month = '2024-06'
const financialYear = '2024-25'
const year = (text: string | undefined) => (text ?? '').replace('/', '-')
const millions = (text: string | undefined) => amount(text, 'millions')

/** How capital stood at the end of June 2024: by service, by main project, and the totals as printed. */
export function capitalMonth3(): MonitoringInput {
  const june = shipped('sefton/finance/capital_monitoring_june.csv')
  const forecast = shipped('sefton/finance/capital_forecast.csv')
  const { schemes } = capitalProgrammeJuly2024()
  return {
    programme,
    month,
    financialYear,
    services: june
      .filter((row) => row.row_type === 'service')
      .map((row) => {
        const year = forecast.find(({ service }) => service === row.service)
        return {
          service: slug(row.service ?? ''),
          profile: millions(row.budget_to_june_m),
          spent: millions(row.actual_to_june_m),
          budget: millions(year?.budget_2024_25_m),
          forecast: millions(year?.forecast_2024_25_m),
          source: year ? `${sourceOf(row)} and ${year.source_ref}` : sourceOf(row),
        }
      }),
    projects: shipped('sefton/finance/capital_spend_to_date.csv').map((row) => {
      const service = slug(row.service_inferred ?? '')
      const names = (row.appendix_a_scheme_inferred ?? '').split(' | ')
      return {
        title: row.project ?? '',
        service,
        spent: millions(row.spend_to_june_m),
        schemes: schemes
          .filter((each) => each.service === service && names.includes(each.title))
          .map(({ code }) => code),
        source: sourceOf(row),
      }
    }),
    controlTotals: [...june, ...forecast].filter((row) => row.row_type === 'total').flatMap(printedTotals),
  }
}

const columns = [
  ['budget_to_june_m', 'to-date', 'profile', 'Profile to June'],
  ['actual_to_june_m', 'to-date', 'spent', 'Spent to June'],
  ['variance_to_june_m', 'to-date', 'variance-to-date', 'Variance to June'],
  ['budget_2024_25_m', 'forecast', 'budget', 'Budget of 2024/25 by service'],
  ['forecast_2024_25_m', 'forecast', 'forecast', 'Forecast of 2024/25'],
  ['variance_m', 'forecast', 'forecast-variance', 'Forecast variance of 2024/25'],
  ['budget_2025_26_m', 'year', '2025-26', 'Budget of 2025/26 by service'],
  ['budget_2026_27_m', 'year', '2026-27', 'Budget of 2026/27 by service'],
] as const

const printedTotals = (row: CsvRecord): ControlTotalInput[] =>
  columns
    .filter(([column]) => Object.hasOwn(row, column))
    .map(([column, line, quantity, title]) => ({
      line,
      quantity,
      title,
      printed: millions(row[column]),
      precision: thousandPounds,
      source: sourceOf(row),
    }))

/** What pays for the programme, what was carried into it, and the block grants. */
export function capitalFundingJuly2024(): FundingInput {
  const sources = shipped('sefton/finance/capital_funding.csv')
  const line = (row: CsvRecord, title: string | undefined) => ({
    title: title ?? '',
    year: year(row.financial_year),
    amount: millions(row.amount_m),
    source: sourceOf(row),
  })
  return {
    programme,
    funding: sources.filter((row) => row.row_type === 'source').map((row) => line(row, row.source)),
    exceptional: shipped('sefton/finance/capital_exceptional_items.csv').map((row) => line(row, row.item)),
    carryForward: shipped('sefton/finance/capital_carry_forward.csv').map((row) => ({
      fromYear: year(row.from_year),
      toYear: year(row.to_year),
      amount: millions(row.amount_m),
      source: sourceOf(row),
    })),
    grants: shipped('sefton/finance/capital_grants.csv').map((row) => ({
      code: `grant-${row.order}`,
      service: slug(row.service ?? ''),
      title: row.grant ?? '',
      year: year(row.financial_year),
      amount: amount(row.amount, 'pounds'),
      source: sourceOf(row),
    })),
    // The only change whose funding the paper names as the 2024/25 block grant.
    assignments: [
      {
        grant: 'grant-1',
        scheme: 'capital-1',
        amount: amount('3500000', 'pounds'),
        route: 'council',
        body: 'Council',
        when: 'July 2024',
        source: 'Cabinet papers, 25 July 2024: Item 10 para 7.3',
      },
    ],
    controlTotals: [
      ...sources
        .filter((row) => row.row_type === 'total')
        .map((row) => ({
          line: 'funding',
          quantity: year(row.financial_year),
          title: `Total funding ${row.financial_year}`,
          printed: millions(row.amount_m),
          precision: thousandPounds,
          source: sourceOf(row),
        })),
      ...shipped('sefton/finance/capital_profile.csv').map((row) => ({
        line: 'programme',
        quantity: year(row.financial_year),
        title: `Programme ${row.financial_year} in £m`,
        printed: millions(row.budget_m),
        precision: thousandPounds,
        source: sourceOf(row),
      })),
    ],
  }
}
