import { assuranceChecks } from '../../domain/cycle/assurance-checks.ts'
import type { Step } from '../../domain/cycle/step.ts'

/** What is to be ticked at a step, as checkboxes; null at the steps that have nothing to tick. */
export const checksView = (step: Step, ticked: readonly string[]) =>
  step === 'assurance'
    ? Object.entries(assuranceChecks).map(([value, text]) => ({
        value,
        text,
        checked: ticked.includes(value),
      }))
    : null
