import type { CapitalView } from './queries.ts'

/** '2024-25' as people write it: '2024/25'. */
export const yearText = (year: string): string => year.replace('-', '/')

/** The year by which a programme is addressed: the first it has budgets for. */
export const firstYear = ({ asOfMeeting }: Pick<CapitalView, 'asOfMeeting'>): string =>
  asOfMeeting.years[0] ?? ''

/** The meeting that saw a programme: '2024-07' is 'July 2024'. */
export const meetingText = (programme: string): string =>
  Temporal.PlainDate.from(`${programme}-01`).toLocaleString('en-GB', { month: 'long', year: 'numeric' })

export const schemeHref = (year: string, scheme: string): string =>
  `/finance/capital/${year}/schemes/${scheme}`
