/** What is known of an answer when somebody is asked to agree to it. */
export type AnswerFacts = {
  readonly cannotSupply: boolean
  readonly status: 'final' | 'provisional' | 'estimated' | null
  /** What was asked about when it was given, and kept all the same. */
  readonly doubts: readonly string[]
  readonly wasSentBack: boolean
  readonly late: boolean
  /** Its status against the target; null where nothing is judged. */
  readonly rag: 'red' | 'amber' | 'green' | 'exceeding' | null
  /** Worse than the figure before it. */
  readonly worse: boolean
}

/** Why an answer is to be looked at by itself. What has none may be agreed to together with others. */
export function remarksOn(facts: AnswerFacts): string[] {
  const remarks: string[] = []
  if (facts.cannotSupply) remarks.push('Could not be supplied')
  if (facts.rag === 'red') remarks.push('Worse than target')
  if (facts.worse) remarks.push('Worse than last time')
  if (facts.status === 'estimated') remarks.push('An estimate')
  remarks.push(...facts.doubts)
  if (facts.wasSentBack) remarks.push('Sent back before')
  if (facts.late) remarks.push('Came late')
  return remarks
}
