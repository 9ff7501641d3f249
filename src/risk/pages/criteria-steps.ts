import { impactCriteria, likelihoodCriteria } from '../../domain/risk/criteria.ts'
import { type Band, bands } from '../../domain/risk/score.ts'

const says = (criteria: typeof likelihoodCriteria): string[] =>
  criteria.map(({ step, word, says }) => `${step} ${word}: ${says}.`)

const bandNames = Object.keys(bands) as Band[]

/** What likelihood, impact and the bands mean, for a page to open. */
export const criteriaSteps = [
  { term: 'Likelihood', says: says(likelihoodCriteria), rule: null },
  { term: 'Impact', says: says(impactCriteria), rule: null },
  {
    term: 'Score',
    says: bandNames.toReversed().map((band) => `${bands[band].text}: from ${bands[band].from}.`),
    rule: 'likelihood times impact, 1 to 25. The criteria and bands are this service’s own, for the council to agree or change: its papers name none.',
  },
]
