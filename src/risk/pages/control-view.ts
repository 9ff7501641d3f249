import { dayText } from '../../domain/period-text.ts'
import { assuranceLines, effectivenesses, NOT_ASSURED } from '../../domain/risk/control.ts'
import type { RiskControl } from '../risk.ts'

/** A control with what was last found of it, and by whom. */
export function controlView({ what, owner, assurances, illustrative }: RiskControl) {
  const last = assurances.at(-1)
  return {
    what,
    owner,
    illustrative,
    status:
      last === undefined ? { text: NOT_ASSURED, tone: 'none' as const } : effectivenesses[last.effectiveness],
    line: last === undefined ? null : (assuranceLines[last.line as keyof typeof assuranceLines] ?? null),
    assured: last === undefined ? null : `${last.assuredBy}, ${dayText(last.assuredOn)}: ${last.words}`,
  }
}
