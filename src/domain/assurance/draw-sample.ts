import { type Chance, splitMix64 } from './split-mix.ts'

/** Why a figure is likelier to be wrong, or its error to be missed; in the order in which their places are given. */
export const risks = {
  revised: 'its figure was revised after it was first recorded',
  'not-final': 'its figure is estimated or provisional',
  definition: 'its definition must be mended',
  'long-not-audited': 'internal audit has not tested it for three years or more',
} as const

export type Risk = keyof typeof risks

export const drawnFor = { ...risks, random: 'drawn at random from all that were left' } as const
export type DrawnFor = keyof typeof drawnFor

export type Candidate = { readonly code: string; readonly risks: readonly Risk[] }
export type Drawn = { readonly code: string; readonly drawnFor: DrawnFor }

/**
 * A stratified sample. Half of the places (the odd one too) go to the risks in turn, one to each while it has anybody
 * left; the rest go to whoever is left, so that every measure may be drawn. Within a risk and among the rest the order is that of chance.
 *
 * The candidates are put in order of their codes first: the same candidates, size and seed always give the same sample.
 */
export function drawSample(
  candidates: readonly Candidate[],
  { size, seed }: { readonly size: number; readonly seed: bigint },
): Drawn[] {
  const chance = splitMix64(seed)
  const ordered = [...candidates].sort((a, b) => (a.code < b.code ? -1 : 1))
  const order = Object.keys(risks) as Risk[]
  const strata = order.map((risk) => ({
    risk,
    codes: shuffled(
      ordered.filter((each) => each.risks.includes(risk)).map(({ code }) => code),
      chance,
    ),
  }))
  const drawn: Drawn[] = []
  const isDrawn = (code: string): boolean => drawn.some((each) => each.code === code)
  const forRisks = Math.ceil(size / 2)
  for (let found = true; found && drawn.length < forRisks; ) {
    found = false
    for (const { risk, codes } of strata) {
      const code = codes.find((each) => !isDrawn(each))
      if (code === undefined || drawn.length === forRisks) continue
      drawn.push({ code, drawnFor: risk })
      found = true
    }
  }
  const left = shuffled(
    ordered.map(({ code }) => code).filter((code) => !isDrawn(code)),
    chance,
  )
  const atRandom = left.slice(0, size - drawn.length)
  return [...drawn, ...atRandom.map((code) => ({ code, drawnFor: 'random' as const }))]
}

/** Fisher and Yates, from the end. */
function shuffled(codes: readonly string[], { below }: Chance): string[] {
  const mixed = [...codes]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = below(last + 1)
    const [a = '', b = ''] = [mixed[last], mixed[other]]
    mixed[last] = b
    mixed[other] = a
  }
  return mixed
}
