import type { Pence } from '../money.ts'

export type Provision = {
  readonly code: string
  readonly position: number
  readonly phase: 'primary' | 'secondary' | 'all-through' | 'post-16'
  readonly school: string
  readonly area: string
  readonly title: string
  readonly kind: string
  readonly need: string
  readonly places: number
  readonly criteria: string | null
  /** '2024-09'; null where the paper gives no opening. */
  readonly opensIn: string | null
  readonly source: string
  readonly note: string | null
  readonly illustrative: boolean
}

export const projectStages = ['approved', 'awaiting approval', 'complete', 'stopped'] as const
export type ProjectStage = (typeof projectStages)[number]

export type PlaceProject = {
  readonly code: string
  readonly position: number
  readonly school: string
  readonly stage: ProjectStage
  readonly title: string
  /** Null where the paper gives no number. */
  readonly extraPlaces: number | null
  readonly resultingPlaces: number | null
  readonly expected: string | null
  readonly status: string
  readonly source: string
  readonly note: string | null
  readonly illustrative: boolean
}

export type PlaceTotal = {
  readonly of: string
  readonly provisions: number
  readonly places: number
  /** Of these, in provision that opens in a month the paper names. */
  readonly opening: number
}

/** Places added up by one thing, the most first; equal ones by name. */
export function placesBy(
  provisions: readonly Provision[],
  what: 'phase' | 'area' | 'need' | 'school' | 'kind',
): PlaceTotal[] {
  return [...Map.groupBy(provisions, (each) => each[what])]
    .map(([of, some]) => ({ of, ...totalPlaces(some) }))
    .toSorted((a, b) => b.places - a.places || (a.of < b.of ? -1 : 1))
}

export const totalPlaces = (provisions: readonly Provision[]): Omit<PlaceTotal, 'of'> => ({
  provisions: provisions.length,
  places: sum(provisions.map(({ places }) => places)),
  opening: sum(provisions.map(({ places, opensIn }) => (opensIn === null ? 0 : places))),
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** The places that projects of a stage add, and how many of them give no number. */
export const extraPlaces = (projects: readonly PlaceProject[], stage: ProjectStage) => {
  const some = projects.filter((each) => each.stage === stage)
  return {
    projects: some.length,
    places: sum(some.map((each) => each.extraPlaces ?? 0)),
    withoutNumber: some.filter((each) => each.extraPlaces === null).length,
  }
}

export type PlacesAgree = { readonly says: string; readonly agrees: boolean }

/** A number of places that a paper prints, held against the provision it lists. A difference is said, never forced. */
export function reconcilePlaces(title: string, printed: number, listed: number): PlacesAgree {
  const difference = listed - printed
  if (difference === 0)
    return { agrees: true, says: `${title}: the provision listed adds up to the printed ${printed}.` }
  return {
    agrees: false,
    says: `${title}: the provision listed adds up to ${listed}, ${Math.abs(difference)} ${difference < 0 ? 'fewer' : 'more'} than the printed ${printed}. The paper does not explain the difference.`,
  }
}

/** What a project says its school will have, held against what is listed there now and what it adds. Null where it names no number. */
export function reconcileProject(
  { school, title, extraPlaces: extra, resultingPlaces }: PlaceProject,
  provisions: readonly Provision[],
): PlacesAgree | null {
  const atSchool = provisions.filter((each) => each.school === school)
  const meant = atSchool.filter(({ need }) => title.toLowerCase().includes(need.toLowerCase()))
  const there = meant.length > 0 ? meant : atSchool
  if (extra === null || resultingPlaces === null || there.length === 0) return null
  if (there.some(({ places }) => places + extra === resultingPlaces))
    return {
      agrees: true,
      says: `${school}: ${resultingPlaces - extra} places listed and ${extra} more are the ${resultingPlaces} the project names.`,
    }
  const listed = there.map((each) => `${each.places} (${each.title})`).join(' and ')
  return {
    agrees: false,
    says: `${school}: the project names ${resultingPlaces} places with ${extra} more, which would leave ${resultingPlaces - extra} now; listed are ${listed}. The paper does not explain the difference.`,
  }
}

/** The cost of one, to the penny. */
export const costEach = (amount: Pence, children: number): Pence | null =>
  children > 0 ? (amount * 2n + BigInt(children)) / (2n * BigInt(children)) : null
