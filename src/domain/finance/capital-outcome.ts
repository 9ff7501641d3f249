/** What a capital scheme is to achieve besides being built, each with a measure of its own. */
export const outcomeDimensions = {
  cost: 'Cost',
  time: 'Time',
  quality: 'Quality',
  social: 'Social',
  environmental: 'Environmental',
} as const

export type OutcomeDimension = keyof typeof outcomeDimensions
