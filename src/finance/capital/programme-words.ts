import type { CapitalView } from './queries.ts'

/** The year by which a programme is addressed: the first it has budgets for. */
export const firstYear = ({ asOfMeeting }: Pick<CapitalView, 'asOfMeeting'>): string =>
  asOfMeeting.years[0] ?? ''

export const schemeHref = (year: string, scheme: string): string =>
  `/finance/capital/${year}/schemes/${scheme}`
