import { type Pence, sumPence } from '../money.ts'

/** A service's capital at the end of a month: what was planned to be spent by then, what was, and the year. */
export type ServiceMonitoring = {
  readonly service: string
  readonly name: string
  readonly profile: Pence
  readonly spent: Pence
  readonly budget: Pence
  readonly forecast: Pence
}

export type MonitoringTotals = Pick<ServiceMonitoring, 'profile' | 'spent' | 'budget' | 'forecast'>

export const monitoringTotals = (services: readonly ServiceMonitoring[]): MonitoringTotals => {
  const total = (of: (each: ServiceMonitoring) => Pence) => sumPence(services.map(of))
  return {
    profile: total((each) => each.profile),
    spent: total((each) => each.spent),
    budget: total((each) => each.budget),
    forecast: total((each) => each.forecast),
  }
}

/** How many of a financial year's twelve months had gone at the end of a month ('2024-06' of '2024-25' is 3). */
export function monthsGone(month: string): number {
  const calendarMonth = Number(month.slice(5, 7))
  return calendarMonth >= 4 ? calendarMonth - 3 : calendarMonth + 9
}

/** Where the year would end if the rest of it went as it has gone so far; half a penny rounds up. */
export function atThisPace(spent: Pence, gone: number): Pence {
  const months = BigInt(gone)
  return (spent * 24n + months) / (2n * months)
}

/** A part of a whole in percent, as people say it: '14', '0.5'; null where there is no whole. */
export function shareText(part: Pence, whole: Pence): string | null {
  if (whole <= 0n) return null
  const tenths = (part * 2000n + whole) / (2n * whole)
  return tenths < 10n && tenths > 0n ? `0.${tenths}` : String((tenths + 5n) / 10n)
}
