/** What is done with an answer, one level after the other. Source: the framework's roles and their tasks. */
export const steps = {
  confirmation: {
    name: 'Confirmation',
    by: 'the service or team manager',
    done: 'confirmed',
    asks: 'Is this right, and do the words say why?',
  },
  'sign-off': {
    name: 'Sign-off',
    by: 'the assistant director',
    done: 'signed off',
    asks: 'Do you stand behind this figure and what is being done?',
  },
  assurance: {
    name: 'Assurance',
    by: 'Performance and Business Intelligence',
    done: 'assured',
    asks: 'Is the figure made as the definition says, and fit to be published?',
  },
} as const

export type Step = keyof typeof steps

export const stepOrder = Object.keys(steps) as readonly Step[]

export const isStep = (text: string): text is Step => Object.hasOwn(steps, text)

/** The step before; null for the first. */
export const stepBefore = (step: Step): Step | null => stepOrder[stepOrder.indexOf(step) - 1] ?? null
