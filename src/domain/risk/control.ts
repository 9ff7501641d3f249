/** The three lines that assure a control. */
export const assuranceLines = {
  1: 'First line: whoever runs it',
  2: 'Second line: whoever oversees it',
  3: 'Third line: internal audit, or somebody from outside',
} as const
export type AssuranceLine = keyof typeof assuranceLines

export const effectivenesses = {
  effective: { text: 'Effective', tone: 'good' },
  partly: { text: 'Partly effective', tone: 'close' },
  not: { text: 'Not effective', tone: 'bad' },
  unknown: { text: 'Not known', tone: 'none' },
} as const
export type Effectiveness = keyof typeof effectivenesses

/** What a control is called that nobody has assured. */
export const NOT_ASSURED = 'Not assured'
