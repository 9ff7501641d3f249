import type { Step } from '../../domain/cycle/step.ts'

/** A step as its buttons and addresses say it. */
export const stepWords = {
  confirmation: { verb: 'Confirm', noun: 'confirmations' },
  'sign-off': { verb: 'Sign off', noun: 'sign-offs' },
  assurance: { verb: 'Assure', noun: 'assurances' },
} as const satisfies Record<Step, { readonly verb: string; readonly noun: string }>

export const reviewHref = (slug: string, code: string, step: Step | null): string =>
  `/cycles/${slug}/review/${code}${step === null ? '' : `?step=${step}`}`
