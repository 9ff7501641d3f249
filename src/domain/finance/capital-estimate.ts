import { type ApprovalRoute, approvalText } from './capital-approval.ts'

/** What was decided of a supplementary estimate, as far as it is known. */
export type EstimateDecision = {
  readonly step: 'approved' | 'refused' | 'withdrawn'
  readonly route: ApprovalRoute | null
  readonly body: string | null
  readonly when: string | null
  readonly words: string | null
}

export type EstimateStanding = {
  readonly tone: 'good' | 'neutral' | 'unjudged'
  readonly text: string
  /** The same in a few words. */
  readonly brief: string
  /** Only an approved estimate is part of the programme. */
  readonly isInProgramme: boolean
}

/** Where an estimate stands: what is not known to be approved is not approved. */
export function estimateStanding(
  proposedRoute: ApprovalRoute,
  decision: EstimateDecision | null,
): EstimateStanding {
  if (decision === null)
    return {
      tone: 'unjudged',
      text: `${waitsFor[proposedRoute]}; not known to be approved`,
      brief: 'Not known to be approved',
      isInProgramme: false,
    }
  const brief = { approved: 'Approved', refused: 'Not approved', withdrawn: 'Withdrawn' }[decision.step]
  return decision.step === 'approved'
    ? { tone: 'good', text: `Approved: ${approvalText(decision)}`, brief, isInProgramme: true }
    : { tone: 'neutral', text: brief, brief, isInProgramme: false }
}

const waitsFor: Readonly<Record<ApprovalRoute, string>> = {
  council: 'Recommended to Council',
  cabinet: 'Put to Cabinet',
  delegated: 'Put to the Cabinet Member',
}
