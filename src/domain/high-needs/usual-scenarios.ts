import type { HighNeedsModel, Range } from './model.ts'

export type Scenario = {
  readonly code: string
  readonly title: string
  /** What it assumes otherwise than the central one. */
  readonly says: string
  readonly model: HighNeedsModel
}

const exactly = (value: number): Range => ({ low: value, likely: value, high: value })
const moreThanHigh = 1.25

/** The scenarios that everybody asks for, worked out from the central one. */
export const usualScenarios = (central: HighNeedsModel): Scenario[] => {
  const { likely, high } = central.arrivals
  const delivered = (code: string, title: string, says: string, share: number): Scenario => ({
    code,
    title,
    says,
    model: { ...central, delivery: exactly(share) },
  })
  return [
    { code: 'central', title: 'Central', says: 'What is likeliest, with its ranges', model: central },
    {
      code: 'high-demand',
      title: 'High demand',
      says: `${high} new plans a year rather than ${likely}`,
      model: {
        ...central,
        arrivals: { low: likely, likely: high, high: Math.round(high * moreThanHigh) },
      },
    },
    delivered('in-full', 'Mitigations in full', 'All of what is planned is delivered', 1),
    delivered('half', 'Mitigations by half', 'Half of what is planned is delivered', 0.5),
    delivered('none', 'No mitigations', 'Nothing of what is planned is delivered', 0),
  ]
}
