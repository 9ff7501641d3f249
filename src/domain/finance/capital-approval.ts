import { type Pence, poundsText } from '../money.ts'

/** Who may bring money into the capital programme. */
export const approvalRoutes = {
  council: 'Council',
  cabinet: 'Cabinet',
  delegated: 'Cabinet Member, by delegated authority',
} as const

export type ApprovalRoute = keyof typeof approvalRoutes

/** What the papers tell of an approval; each part null where they do not say. */
export type Approval = {
  readonly route: ApprovalRoute | null
  readonly body: string | null
  readonly when: string | null
}

/** Up to and with this amount a Cabinet Member may approve; what is above it goes to Council. */
export const DELEGATED_LIMIT: Pence = 100_000_000n

/** Why an amount may not enter the programme, or be assigned, by this route; null when it may. */
export function whyNotApproved(route: ApprovalRoute, amount: Pence): string | null {
  if (route === 'council' || amount <= DELEGATED_LIMIT) return null
  const who = route === 'cabinet' ? 'Cabinet' : 'a Cabinet Member'
  return `${poundsText(amount)} is above ${poundsText(DELEGATED_LIMIT)}, up to which ${who} may approve. It needs the approval of Council.`
}

/** The nearest body that may approve an amount. */
export const leastRoute = (amount: Pence): ApprovalRoute =>
  whyNotApproved('delegated', amount) === null ? 'delegated' : 'council'

/** 'Council, July 2024', 'Delegated authority', 'Not stated'. */
export function approvalText({ route, body, when }: Approval): string {
  if (route === null) return 'Not stated'
  const who = body ?? (route === 'delegated' ? 'Delegated authority' : approvalRoutes[route])
  return when === null ? who : `${who}, ${when}`
}
