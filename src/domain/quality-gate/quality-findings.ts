import { figureRules } from './figure-rules.ts'
import {
  type Finding,
  type MeasureDefinition,
  type QualityContext,
  type QualityRule,
  severities,
} from './finding.ts'
import { registerRules } from './register-rules.ts'

/** Every rule of the gate by its code, in the order in which findings of one severity are told. */
export const qualityRules: Readonly<Record<string, QualityRule>> = { ...registerRules, ...figureRules }

const order = Object.keys(severities)

/** What is missing, ambiguous or risky in a measure's definition, most serious first. */
export function qualityFindings(definition: MeasureDefinition, context: QualityContext): Finding[] {
  return Object.entries(qualityRules)
    .flatMap(([rule, { criterion, severity, find }]) => {
      const found = find(definition, context)
      return found ? [{ rule, criterion, severity, ...found }] : []
    })
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

/** Positive when `a` is the worse: more that must be mended, then more that should, then more to consider. */
export function compareFindings(a: readonly Finding[], b: readonly Finding[]): number {
  for (const severity of order) {
    const count = (findings: readonly Finding[]) =>
      findings.filter((each) => each.severity === severity).length
    const difference = count(a) - count(b)
    if (difference !== 0) return difference
  }
  return 0
}
