import type { PressureInput } from '../../finance/revenue/pressure-rows.ts'
import type { RevenueFactsInput } from '../../finance/revenue/record-facts.ts'
import type { RevenueInput } from '../../finance/revenue/record-position.ts'
import type { RemedialRegister } from '../../finance/revenue/record-remedial.ts'
import type { SavingsInput } from '../../finance/revenue/record-savings.ts'
import type { TypicalSpendInput } from '../../finance/revenue/record-typical-spend.ts'
import type { VirementInput } from '../../finance/revenue/record-virement.ts'
import { orNull, shipped, slug, sourceOf } from '../csv.ts'
import { amount, thousandPounds } from './amount.ts'

/** The position at the end of June 2024, month 3 of 2024/25. */
export function revenueMonth3(): RevenueInput {
  const rows = shipped('sefton/finance/revenue_budget_2024_25_m3.csv')
  return {
    financialYear: '2024-25',
    month: '2024-06',
    lines: rows
      .filter((row) => row.is_total === 'no')
      .map((row) => ({
        service: slug(row.service ?? ''),
        budget: amount(row.budget_m, 'millions'),
        forecast: amount(row.forecast_m, 'millions'),
        source: sourceOf(row),
      })),
    pressures: pressures(),
    controlTotals: rows
      .filter((row) => row.is_total === 'yes')
      .flatMap((row) =>
        (['budget', 'forecast', 'variance'] as const)
          .filter((quantity) => row[`${quantity}_m`] !== '')
          .map((quantity) => ({
            line: row.row_type === 'subtotal' ? 'services' : 'total',
            quantity,
            title: `${row.service}, ${quantity}`,
            printed: amount(row[`${quantity}_m`], 'millions'),
            precision: thousandPounds,
            source: sourceOf(row),
          })),
      ),
  }
}

/** Which of a pressure's properties the paper's one remark on it tells. */
const remarks: Readonly<Record<string, (words: string) => Partial<PressureInput>>> = {
  'assumes savings delivered in full': (assumption) => ({ assumption }),
  'agency placements continue while the new structure is filled': (cause) => ({ cause }),
  'assumed short-term': (assumption) => ({ assumption, permanence: 'temporary' }),
}

const pressures = (): PressureInput[] =>
  shipped('sefton/finance/revenue_pressures.csv')
    .filter((row) => row.service !== '')
    .map((row) => {
      const remark = orNull(row.nature)
      const told = remark === null ? {} : remarks[remark]?.(remark)
      if (told === undefined)
        throw new Error(`revenue_pressures.csv row ${row.order}: '${remark}' is not read.`)
      return {
        position: Number(row.order),
        service: slug(row.service ?? ''),
        // 'of which' parts stand under the pressure printed before them.
        partOf: row.item_paraphrased?.startsWith('of which') ? 2 : null,
        title: row.item_paraphrased ?? '',
        amount: amount(row.amount_m, 'millions'),
        assumption: null,
        ...told,
        source: sourceOf(row),
      }
    })

/** What the July paper proposes against the overspend, and the reserves it says are not there to be used. */
export function remedialActionsJuly2024(): RemedialRegister {
  const rows = shipped('sefton/finance/remedial.csv')
  const month = { financialYear: '2024-25', month: '2024-06' }
  return {
    ...month,
    actions: rows
      .filter((row) => row.kind?.startsWith('proposed action') || row.kind === 'conditional')
      .map((row, index) => {
        const isPlan = row.kind === 'conditional'
        const value = orNull(row.amount_m)
        return {
          number: index + 1,
          kind: isPlan ? 'plan-for-members' : value === null ? 'action' : 'provision-release',
          title: row.step_paraphrased ?? '',
          service: row.step_paraphrased?.includes("Children's Social Care") ? 'childrens-social-care' : null,
          // The paper prints what an action takes off the forecast with a minus.
          value: value === null ? null : -amount(value, 'millions'),
          dueAfterMonth: isPlan ? '2024-07' : null,
          source: sourceOf(row),
        }
      }),
    reserves: rows
      .filter((row) => row.kind === 'constraint')
      .map((row) => ({
        reserve: 'Earmarked Reserves or General Balances',
        reason: noReservesLeft(),
        source: sourceOf(row),
      })),
  }
}

const noReservesLeft = (): string =>
  shipped('sefton/risks_named.csv').find((row) =>
    row.risk_paraphrased?.startsWith('Overspend with no flexible'),
  )?.evidence ?? ''

const virementOrder = '3'

/** The move between budgets of which the papers tell, to pay for the new structure. */
export function virementMay2024(): VirementInput & { number: number } {
  const row = shipped('sefton/finance/revenue_facts.csv').find(({ order }) => order === virementOrder)
  if (row === undefined) throw new Error(`revenue_facts.csv has no row ${virementOrder}.`)
  const moved = amount(row.amount, 'millions')
  const service = slug(row.service ?? '')
  return {
    financialYear: '2024-25',
    number: 1,
    purpose: 'The new structure',
    route: 'Cabinet',
    // The paper gives the month and not the day; the statement of June is the first one held.
    approvedWhen: '2024-05',
    inBudgetFrom: '2024-06',
    lines: [
      { service, subjective: 'residential care', amount: -moved },
      { service, subjective: 'staffing', amount: moved },
    ],
    source: sourceOf(row),
  }
}

/** What the July paper says beside its statement, and what the Productivity Plan promises of monitoring. */
export function revenueFactsJuly2024(): RevenueFactsInput {
  const said = shipped('sefton/finance/revenue_facts.csv').filter(({ order }) => order !== virementOrder)
  const promised = shipped('sefton/productivity/commitments.csv').filter((row) =>
    row.commitment_paraphrased?.includes('in-year monitoring'),
  )
  return {
    financialYear: '2024-25',
    month: '2024-06',
    facts: [
      ...said.map((row) => ({
        service: orNull(row.service) === null ? null : slug(row.service ?? ''),
        title: row.item_paraphrased ?? '',
        value: row.amount ?? '',
        unit: row.unit ?? '',
        period: row.period ?? '',
        source: sourceOf(row),
      })),
      ...promised.map((row) => ({
        service: null,
        title: row.commitment_paraphrased ?? '',
        value: row.period ?? '',
        unit: '',
        period: 'Productivity Plan',
        source: sourceOf(row),
      })),
    ],
  }
}

/** The one savings programme of which the July paper tells, with what was delivered to the end of June. */
export function savings2024(): SavingsInput {
  const rows = shipped('sefton/finance/savings.csv')
  const of = (status: string) => {
    const row = rows.find((each) => each.status === status)
    if (row === undefined) throw new Error(`savings.csv has no row '${status}'.`)
    return row
  }
  const [planned, delivered] = [of('committed'), of('delivered')]
  return {
    financialYear: '2024-25',
    programmes: [
      {
        code: 'adult-social-care',
        service: slug(planned.service ?? ''),
        title: planned.item ?? '',
        planned: amount(planned.amount_m, 'millions'),
        note: orNull(planned.note),
        source: sourceOf(planned),
        progress: {
          month: '2024-06',
          delivered: amount(delivered.amount_m, 'millions'),
          atRisk: null,
          words: null,
          source: sourceOf(delivered),
        },
      },
    ],
  }
}

/** What the paper's picture of a typical year shows. */
export function typicalYear(): TypicalSpendInput {
  const rows = shipped('sefton/productivity/typical_year_spend.csv')
  return {
    financialYear: (rows[0]?.basis_year ?? '').replace('/', '-'),
    lines: rows.map((row) => ({
      title: row.service ?? '',
      amount: amount(row.amount_m, 'millions'),
      source: sourceOf(row),
    })),
  }
}
