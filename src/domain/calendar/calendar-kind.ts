/** What a date of the calendar is about, so that it can be filtered. */
export const calendarKinds = {
  performance: 'Performance',
  planning: 'Planning',
  budget: 'Budget',
  risk: 'Risk',
  reporting: 'Reporting',
  framework: 'Framework',
} as const

export type CalendarKind = keyof typeof calendarKinds
