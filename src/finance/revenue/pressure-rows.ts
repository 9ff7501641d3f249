import type { Actor } from '../../domain/access/roles.ts'
import type { Permanence, PressureAmount } from '../../domain/finance/pressure.ts'
import type { Pence } from '../../domain/money.ts'
import type { RevenueMonth } from './queries.ts'

export type PressureInput = PressureAmount & {
  readonly assumption: string | null
  readonly cause?: string | null
  readonly permanence?: Permanence | null
  readonly laterYears?: Pence | null
  readonly laterYearsWords?: string | null
  /** Given, the pressure and its parts are not published. */
  readonly exemptReason?: string | null
  readonly source: string
}

/** A month's pressures as rows; a part is exempt with its whole, for the rest would tell it by subtraction. */
export function pressureRows(
  { authorityId }: Actor,
  { financialYear, month }: RevenueMonth,
  pressures: readonly PressureInput[],
) {
  const exempt = (position: number | null) =>
    pressures.find((each) => (each.position === position || each.partOf === position) && each.exemptReason)
      ?.exemptReason ?? null
  return pressures.map((pressure) => ({
    authority_id: authorityId,
    financial_year: financialYear,
    month,
    position: pressure.position,
    service_code: pressure.service,
    part_of: pressure.partOf,
    title: pressure.title,
    amount_pence: String(pressure.amount),
    cause: pressure.cause ?? null,
    assumption: pressure.assumption,
    permanence: pressure.permanence ?? null,
    later_years_pence: pressure.laterYears == null ? null : String(pressure.laterYears),
    later_years: pressure.laterYearsWords ?? null,
    exempt_reason: exempt(pressure.partOf ?? pressure.position),
    source_ref: pressure.source,
  }))
}
