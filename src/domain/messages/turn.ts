import type { Role } from '../access/roles.ts'

/** Whom a request waits for, and what is to be done: said in a list, and once below it with how long it takes. */
export const turns = {
  entry: {
    asks: 'report the figure',
    how: 'To report: open the link, enter the figure, and say what happened and why, what you are doing, and when it will be right. Allow about ten minutes for each. If there is no figure, say so there: that is an answer too.',
    from: 'frontline',
  },
  confirmation: {
    asks: 'confirm the figure',
    how: 'To confirm: open the link, read the figure and its words, and agree or send it back with a reason. Allow about three minutes for each.',
    from: 'service-manager',
  },
  'sign-off': {
    asks: 'sign off the figure',
    how: 'To sign off: open the link, read the figure and its words, and agree or send it back with a reason. Allow about three minutes for each.',
    from: 'assistant-director',
  },
  assurance: {
    asks: 'assure the figure',
    how: 'To assure: open the link, hold the figure against its definition, and agree or send it back with a reason.',
    from: 'business-intelligence',
  },
} as const satisfies Record<string, { asks: string; how: string; from: Role }>

export type Turn = keyof typeof turns
