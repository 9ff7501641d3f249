import { type Pence, sumPence } from '../money.ts'

export type CapitalScheme = {
  readonly code: string
  readonly title: string
  readonly service: string
  readonly serviceName: string
  /** Budget by financial year ('2024-25'), in pence. A year that is not there has no budget. */
  readonly budget: Readonly<Record<string, Pence>>
}

export type CapitalGroup = {
  readonly service: string
  readonly name: string
  readonly schemes: readonly CapitalScheme[]
  readonly total: Readonly<Record<string, Pence>>
}

export type CapitalProgramme = {
  readonly years: readonly string[]
  readonly services: readonly CapitalGroup[]
  readonly total: Readonly<Record<string, Pence>>
  readonly allYears: Pence
}

/** The programme by service and year, every total computed from the schemes. Services keep the order of the schemes. */
export function capitalProgramme(schemes: readonly CapitalScheme[]): CapitalProgramme {
  const years = [...new Set(schemes.flatMap((scheme) => Object.keys(scheme.budget)))].sort()
  const groups = Map.groupBy(schemes, (scheme) => scheme.service)
  const services = [...groups].map(([service, members]) => ({
    service,
    name: members[0]?.serviceName ?? service,
    schemes: members,
    total: totals(members, years),
  }))
  const total = totals(schemes, years)
  return { years, services, total, allYears: sumPence(Object.values(total)) }
}

const totals = (schemes: readonly CapitalScheme[], years: readonly string[]): Record<string, Pence> =>
  Object.fromEntries(
    years.map((year) => [year, sumPence(schemes.map((scheme) => scheme.budget[year] ?? 0n))]),
  )
