/**
 * The checklist a measure is held against: nine standards and twelve further considerations.
 * Source: the framework's Appendix 1, as paraphrased in data/sefton/kpi_quality_standards.csv. `person` says what no rule can
 * judge, and where a person finds help; it is null where the rules find what they can.
 */
export const criteria = {
  specific: { group: 'standard', name: 'Specific', person: null },
  measurable: { group: 'standard', name: 'Measurable and cost-effective', person: null },
  achievable: {
    group: 'standard',
    name: 'Achievable',
    person: 'Try the target on the measure’s ambition page',
  },
  relevant: {
    group: 'standard',
    name: 'Relevant and appropriate',
    person: 'Ask who will use it, and for what',
  },
  timely: { group: 'standard', name: 'Timely', person: null },
  responsible: { group: 'standard', name: 'Responsible', person: null },
  focused: { group: 'standard', name: 'Focused', person: null },
  balanced: { group: 'standard', name: 'Balanced', person: null },
  robust: { group: 'standard', name: 'Robust', person: null },
  'good-identified': { group: 'consideration', name: 'Good can be told easily and fairly', person: null },
  'success-clear': { group: 'consideration', name: 'It is clear what success looks like', person: null },
  outcomes: { group: 'consideration', name: 'It is about outcomes', person: null },
  nuance: {
    group: 'consideration',
    name: 'It allows nuance, and is realistic and ambitious',
    person: 'Try the target on the measure’s ambition page',
  },
  target: {
    group: 'consideration',
    name: 'Whether there should be a target, and how it is set',
    person: null,
  },
  comparator: { group: 'consideration', name: 'There is a suitable comparator', person: null },
  trend: { group: 'consideration', name: 'There is a trend', person: null },
  accuracy: {
    group: 'consideration',
    name: 'Calculations are accurate, or their error is stated',
    person: null,
  },
  recent: { group: 'consideration', name: 'The data is recent enough', person: null },
  links: {
    group: 'consideration',
    name: 'It links to strategy, plans, appraisals and national work',
    person: 'Follow the golden thread up and down from the measure',
  },
  burden: {
    group: 'consideration',
    name: 'It reuses data and burdens the front line little',
    person: 'Ask whoever would collect it',
  },
  tells: { group: 'consideration', name: 'What exactly the data tells is clear', person: null },
} as const

export type Criterion = keyof typeof criteria
