import type { Grant } from './grant.ts'

/** The twelve groups of the framework's performance management structure, and two that it implies. */
export const roles = {
  'full-council': 'Full Council',
  leader: 'Leader',
  'cabinet-member': 'Cabinet Member',
  scrutiny: 'Overview and Scrutiny member',
  councillor: 'Councillor',
  'chief-executive': 'Chief Executive',
  'executive-director': 'Executive Director',
  'assistant-director': 'Assistant Director',
  'service-manager': 'Service or Team Manager',
  'internal-audit': 'Internal Audit',
  'business-intelligence': 'Performance and Business Intelligence',
  frontline: 'Frontline staff',
  resident: 'Resident',
  operator: 'System operator',
} as const

export type Role = keyof typeof roles

/** Who is asking. Carried as an argument everywhere; there is no current user in the air. */
export type Actor = {
  readonly authorityId: number
  /** The role being used. Somebody who holds several uses one at a time. */
  readonly role: Role
  /** What the event trail shows: the name of a post, a role or a program, never a personal name. */
  readonly name: string
  /** Whose account it is; absent for a program and for a visitor of the demonstration. */
  readonly accountId?: number
  /** What the account holds today. Absent with the account: such an actor speaks for the whole council. */
  readonly grants?: readonly Grant[]
  /** What this actor records exists only to show the product: it is marked so, and can be taken away again. */
  readonly illustrative?: true
  /** Which posting of a form this is, so that a command can tell that it was done already. */
  readonly submission?: string
}
