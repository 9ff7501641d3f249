import type { Picture, PictureBudget } from '../../domain/picture/parts.ts'
import type { EvaluatedMeasure } from '../../measures/evaluations.ts'
import { answeredBelow } from '../unit-facts.ts'
import type { LinkedRisk } from './linked-risks.ts'
import type { CouncilPicture } from './picture-facts.ts'
import { pictureMeasure } from './picture-measure.ts'
import type { Scope } from './scopes.ts'

/** What is held of one priority, service or portfolio, with the measures as every list shows them. */
export type ScopedPicture = Picture & {
  readonly evaluated: readonly EvaluatedMeasure[]
  readonly risks: readonly LinkedRisk[]
}

export function pictureOf(all: CouncilPicture, scope: Scope): ScopedPicture {
  const measuresOf = new Map(scope.services.map((service) => [service, measuresOfService(all, service)]))
  const mine = new Set([...measuresOf.values()].flat())
  const evaluated = all.council.measures.filter(
    ({ measure }) => mine.has(measure.code) || (scope.kind === 'priority' && measure.serves === scope.code),
  )
  const measures = evaluated.map(pictureMeasure)
  const codes = new Set(measures.map(({ code }) => code))
  const below = scope.kind === 'priority' ? itemsUnder(all, scope.code) : new Set<string>()
  return {
    evaluated,
    measures,
    budgets: budgetsOf(all, scope),
    savings: all.savings.filter(({ service }) => scope.services.includes(service)),
    risks: all.risks.filter(
      (risk) =>
        risk.services.some((service) => scope.services.includes(service)) ||
        risk.items.some((item) => below.has(item)) ||
        risk.measures.some((measure) => codes.has(measure)),
    ),
    drivers: all.drivers.filter(({ service }) => scope.services.includes(service)),
    measuresOf,
  }
}

/**
 * The measures that a service answers for, itself or through a team or post, and those that drive its budget. Where it
 * alone is set beside a priority, the priority's measures that nobody answers for tell of it too.
 */
function measuresOfService({ organisation, answering, drivers, council }: CouncilPicture, service: string) {
  const unit = { kind: 'service', code: service } as const
  const answered = answeredBelow(organisation, unit, answering).map(({ measure }) => measure)
  const driving = drivers.filter((driver) => driver.service === service).map(({ measure }) => measure)
  return [...new Set([...answered, ...driving, ...unanswered(council, answering, service)])]
}

function unanswered(
  { services, measures }: CouncilPicture['council'],
  answering: CouncilPicture['answering'],
  service: string,
): string[] {
  const priority = services.find((link) => link.service === service)?.priority
  const beside = services.filter((link) => link.priority === priority)
  if (priority === undefined || beside.length !== 1) return []
  const held = new Set(answering.map(({ measure }) => measure))
  return measures
    .filter(({ measure }) => measure.serves === priority && !held.has(measure.code))
    .map(({ measure }) => measure.code)
}

function budgetsOf({ council: { revenue }, actionsOf }: CouncilPicture, scope: Scope): PictureBudget[] {
  return (revenue?.position.services ?? [])
    .filter(({ service }) => scope.services.includes(service))
    .map(({ service, name, budget, variance }) => ({
      service,
      name,
      budget,
      variance,
      source: revenue?.source ?? '',
      actions: actionsOf.get(service) ?? 0,
    }))
}

/** A priority and everything of the plan that serves it. */
function itemsUnder({ council: { items } }: CouncilPicture, code: string): Set<string> {
  const found = new Set([code])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const item of items.values())
      if (item.serves !== null && found.has(item.serves)) found.add(item.code)
  }
  return found
}
