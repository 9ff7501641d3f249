import { type Pence, poundsMillionText, sumPence } from '../money.ts'

/** Whether a pressure will still be there when this year is over. Nobody may have said. */
export const permanences = { permanent: 'Permanent', temporary: 'Temporary' } as const
export type Permanence = keyof typeof permanences

/** A named part of a variance, as far as arithmetic concerns it: positive is overspend. */
export type PressureAmount = {
  readonly position: number
  readonly service: string
  /** The position of the pressure it is a part of. */
  readonly partOf: number | null
  readonly title: string
  readonly amount: Pence
}

/** What keeps a month's pressures from being recorded: parts that do not add up, or are parts of what is not there. */
export function partsProblems(pressures: readonly PressureAmount[]): string[] {
  const wholes = pressures.filter(({ partOf }) => partOf === null)
  const stray = pressures
    .filter(({ partOf }) => partOf !== null && !wholes.some(({ position }) => position === partOf))
    .map(
      ({ title, partOf }) =>
        `‘${title}’ is given as a part of number ${partOf}, which is no whole pressure of the month. Name the pressure that it is a part of.`,
    )
  return [...stray, ...wholes.flatMap((whole) => partsProblem(whole, partsOf(pressures, whole)))]
}

function partsProblem(whole: PressureAmount, parts: readonly PressureAmount[]): string[] {
  const elsewhere = parts.filter(({ service }) => service !== whole.service)
  if (elsewhere.length > 0)
    return [
      `‘${elsewhere[0]?.title}’ is a part of ‘${whole.title}’ and belongs to another service than the whole.`,
    ]
  const sum = sumPence(parts.map(({ amount }) => amount))
  if (parts.length === 0 || sum === whole.amount) return []
  const apart = sum - whole.amount
  const gap = poundsMillionText(apart < 0n ? -apart : apart)
  return [
    `The parts of ‘${whole.title}’ add up to ${poundsMillionText(sum)}, ${gap} ${apart < 0n ? 'less' : 'more'} than the whole of ${poundsMillionText(whole.amount)}. Correct the part that is wrong, or add the one that is missing.`,
  ]
}

export const partsOf = <P extends PressureAmount>(
  pressures: readonly P[],
  whole: Pick<PressureAmount, 'position'>,
): P[] => pressures.filter(({ partOf }) => partOf === whole.position)

/** How much of each service's variance its pressures account for; services on budget and without a pressure are left out. */
export function accountedFor(
  variances: readonly { readonly service: string; readonly name: string; readonly variance: Pence }[],
  pressures: readonly PressureAmount[],
) {
  return variances.flatMap(({ service, name, variance }) => {
    const named = sumPence(
      pressures
        .filter((each) => each.service === service && each.partOf === null)
        .map(({ amount }) => amount),
    )
    return variance === 0n && named === 0n
      ? []
      : [{ service, name, variance, named, unexplained: variance - named }]
  })
}
