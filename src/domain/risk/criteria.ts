type Criterion = { readonly step: number; readonly word: string; readonly says: string }

/**
 * What each step of likelihood and impact means, in plain words, so that two people score the same thing the same way.
 * They are this service's own, for a council to agree or change: its published papers name no criteria.
 */
export const likelihoodCriteria: readonly Criterion[] = [
  { step: 1, word: 'Rare', says: 'less than 1 in 20 in the next twelve months; has not happened here' },
  { step: 2, word: 'Unlikely', says: 'between 1 in 20 and 1 in 5 in the next twelve months' },
  { step: 3, word: 'Possible', says: 'between 1 in 5 and 1 in 2 in the next twelve months' },
  { step: 4, word: 'Likely', says: 'more likely than not in the next twelve months' },
  { step: 5, word: 'Almost certain', says: 'more than 9 in 10, or it is happening now' },
]

export const impactCriteria: readonly Criterion[] = [
  {
    step: 1,
    word: 'Slight',
    says: 'no resident notices; put right within the team’s own budget and the week',
  },
  { step: 2, word: 'Minor', says: 'a short disturbance of one service; met from the service’s own budget' },
  {
    step: 3,
    word: 'Moderate',
    says: 'a service is worse for weeks; the service’s budget does not meet it; complaints',
  },
  {
    step: 4,
    word: 'Major',
    says: 'people are harmed or let down by a service they depend on; an inspector or auditor reports it; an outcome of the plan is missed',
  },
  {
    step: 5,
    word: 'Severe',
    says: 'a death or serious harm; a legal duty is not met; the council cannot balance its budget or somebody else takes over a service',
  },
]

/** '4, likely: more likely than not in the next twelve months' */
export function criterionText(of: 'likelihood' | 'impact', step: number): string {
  const found = (of === 'likelihood' ? likelihoodCriteria : impactCriteria).find((each) => each.step === step)
  return found === undefined ? String(step) : `${step}, ${found.word.toLowerCase()}: ${found.says}`
}
