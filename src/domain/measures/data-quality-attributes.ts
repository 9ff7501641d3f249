/** The six respects in which the framework asks how good a data set is, each as a question. */
export const dataQualityAttributes = {
  accurate: { name: 'Accurate', asks: 'Is it right, and captured once, near to what it tells of?' },
  valid: { name: 'Valid', asks: 'Does it follow its definition and the rules for it?' },
  dependable: { name: 'Dependable', asks: 'Is it collected the same way over time and everywhere?' },
  complete: { name: 'Complete', asks: 'Is everything in it that should be, and nothing twice?' },
  relevant: { name: 'Relevant', asks: 'Is it what those who use it need?' },
  timely: { name: 'Timely', asks: 'Does it come soon enough and often enough to be acted on?' },
} as const
export type DataQualityAttribute = keyof typeof dataQualityAttributes

export const dataQualityJudgements = {
  good: { name: 'Good', tone: 'good' },
  partly: { name: 'In part', tone: 'close' },
  poor: { name: 'Poor', tone: 'bad' },
} as const
export type DataQualityJudgement = keyof typeof dataQualityJudgements

export const isAttribute = (text: string): text is DataQualityAttribute =>
  Object.hasOwn(dataQualityAttributes, text)
export const isJudgement = (text: string): text is DataQualityJudgement =>
  Object.hasOwn(dataQualityJudgements, text)
