import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import { baseModel } from '../domain/high-needs/base-model.ts'
import type { HighNeedsFact } from '../domain/high-needs/fact.ts'
import {
  costEach,
  type PlaceProject,
  type PlacesAgree,
  type Provision,
  reconcilePlaces,
  reconcileProject,
  totalPlaces,
} from '../domain/high-needs/places.ts'
import { runModel } from '../domain/high-needs/run-model.ts'
import type { Pence } from '../domain/money.ts'
import { projectsOf, provisionsOf } from './places.ts'
import { savedScenarios } from './queries.ts'
import { readScenario } from './read-scenario.ts'

/** How many plans in special places of a need the model expects; null where it does not know. */
export type Needed = (need: string) => number | null

export type PlaceFacts = {
  readonly provisions: readonly Provision[]
  readonly projects: readonly PlaceProject[]
  readonly checks: readonly PlacesAgree[]
  /** Places that the papers name towards the aim; null where they name no aim. */
  readonly aim: { readonly places: number; readonly named: number; readonly source: string } | null
  readonly outOfBorough: {
    readonly children: number
    readonly extraCost: Pence
    readonly each: Pence | null
    readonly period: string
    readonly source: string
  } | null
  readonly needed: Needed
}

/** Places and projects, held against what the papers print of them and against what the model expects. */
export async function placeFacts(
  db: Db,
  facts: readonly HighNeedsFact[],
  knownBy: KnownBy = null,
): Promise<PlaceFacts> {
  const provisions = await provisionsOf(db, knownBy)
  const projects = await projectsOf(db, knownBy)
  const real = provisions.filter(({ illustrative }) => !illustrative)
  const due = (phase: Provision['phase']): PlacesAgree[] => {
    const printed = countOf(facts, `${phase}-places-due-in-the-next-academic-year`)
    if (printed === null) return []
    const { opening } = totalPlaces(real.filter((each) => each.phase === phase))
    return [reconcilePlaces(`New ${phase} places due in 2024/25`, printed, opening)]
  }
  return {
    provisions,
    projects,
    checks: [
      ...due('primary'),
      ...due('secondary'),
      ...projects.flatMap((project) => reconcileProject(project, real) ?? []),
    ],
    aim: aimOf(facts),
    outOfBorough: outOfBorough(facts),
    needed: await neededPlaces(db, facts, knownBy),
  }
}

const factOf = (facts: readonly HighNeedsFact[], quantity: string): HighNeedsFact | undefined =>
  facts.find((fact) => fact.quantity === quantity && !fact.illustrative)
const countOf = (facts: readonly HighNeedsFact[], quantity: string): number | null =>
  factOf(facts, quantity)?.value ?? null

const towardsTheAim = [
  'newfield-special-school-expansion-into-birkdale-premises-ks1-and-ks2',
  'primary-places-due-in-the-next-academic-year',
  'secondary-places-due-in-the-next-academic-year',
  'additional-places-from-those-units-up-to',
]

function aimOf(facts: readonly HighNeedsFact[]): PlaceFacts['aim'] {
  const aim = facts.find(({ quantity }) => quantity.startsWith('overall-aim-for-new-places'))
  if (!aim?.value) return null
  const named = towardsTheAim.reduce((total, quantity) => total + (countOf(facts, quantity) ?? 0), 0)
  return { places: aim.value, named, source: aim.source }
}

function outOfBorough(facts: readonly HighNeedsFact[]): PlaceFacts['outOfBorough'] {
  const children = facts.find(({ quantity }) =>
    quantity.startsWith('children-placed-in-independent-provision'),
  )
  const cost = factOf(facts, 'extra-cost-of-those-independent-placements')
  if (!children?.value || cost?.amount === undefined || cost.amount === null) return null
  return {
    children: children.value,
    extraCost: cost.amount,
    each: costEach(cost.amount, children.value),
    period: children.period,
    source: children.source,
  }
}

/** Plans in special places of a need at the end of the modelled years, by the last kept scenario that splits them so; else not known. */
async function neededPlaces(db: Db, facts: readonly HighNeedsFact[], knownBy: KnownBy): Promise<Needed> {
  const base = baseModel(facts)
  if (!base.ok) return () => null
  const split = (await savedScenarios(db, knownBy))
    .filter(({ illustrative }) => !illustrative)
    .map(({ assumed }) => readScenario(assumed, base.base.model))
    .findLast(({ model, problems }) => problems.length === 0 && model.cohorts.length > 1)
  if (!split) return () => null
  const last = runModel(split.model).at(-1)
  return (need) => {
    const cohorts = split.model.cohorts.flatMap((cohort, index) =>
      cohort.need.toLowerCase() === need.toLowerCase() && special.test(cohort.placement)
        ? [last?.cohorts[index]?.closing ?? 0]
        : [],
    )
    return cohorts.length === 0 ? null : cohorts.reduce((total, each) => total + each, 0)
  }
}

/** The placements that the listed provision is of. */
const special = /unit|resource/i
