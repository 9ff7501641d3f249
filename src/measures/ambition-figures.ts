import type { Ambition, AmbitionInput } from '../domain/ambition/ambition.ts'
import { endText, paceNumber, paceText, paceUnit } from '../domain/ambition/ambition-words.ts'
import { ordinal } from '../domain/evaluation/comparison.ts'
import { periodText } from '../domain/period-text.ts'
import { quantityText, units } from '../domain/quantity.ts'
import type { Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'
import type { RankChart } from '../domain/report/chart.ts'
import type { MeasureFacts } from './measure-facts.ts'
import { valuesAtPeriod } from './values-at-period.ts'

/** The proposed target among similar councils' latest figures; null where places are not ranked. */
export function ambitionChart(
  { neighbours, england, evaluated }: MeasureFacts,
  { council, target, by, latest, unit, decimals, goodDirection }: AmbitionInput,
  { standing }: Ambition,
): RankChart | null {
  if (standing === null) return null
  const at = (areas: Parameters<typeof valuesAtPeriod>[0]) => valuesAtPeriod(areas, latest.period)
  const hasEngland = england !== null && evaluated.measure.series?.englandIsTotal === false
  const bars = [
    { name: council, value: latest.value, role: 'own' as const },
    { name: `Target for ${periodText(by)}`, value: target, role: 'average' as const },
    ...at(neighbours).map((each) => ({ ...each, role: 'neighbour' as const })),
    ...(hasEngland ? at([england]).map((each) => ({ ...each, role: 'average' as const })) : []),
  ]
  const way = goodDirection === 'low' ? 1 : -1
  const goal = quantityText(target, unit, decimals)
  const { before, after, name } = units[unit]
  return {
    kind: 'rank',
    title: `A target of ${goal} would be ${ordinal(standing.rank)} of ${standing.of} on the figures of ${periodText(latest.period)}, where 1st is best`,
    description: `${council} is at ${quantityText(latest.value, unit, decimals)}, ${ordinal(standing.rankNow)} of ${standing.of}.`,
    unitLabel: name,
    decimals,
    unitPrefix: before,
    unitSuffix: after,
    bars: bars.sort((a, b) => way * (a.value - b.value)),
  }
}

/** What each similar council managed at its fastest over as many years. */
export function ambitionTable(
  code: string,
  { unit, decimals, by }: AmbitionInput,
  { paces, span, perYear, relative }: Ambition,
): Table | null {
  if (paces.length === 0) return null
  const years = span === 1 ? 'one year' : `${span} years`
  return {
    name: `${code}-ambition`,
    caption: `Fastest improvement of similar councils over ${years}`,
    columns: [
      column('council', 'Council', 'left', 2),
      column('pace', `Fastest improvement (${paceUnit(relative, unit)})`, 'right', 2),
      column('managed', 'As fast as needed', 'left', 1.5),
      column('from', 'From', 'right', 2),
      column('to', 'To', 'right', 2),
    ],
    rows: paces.map(({ name, best, everManaged }) => ({
      role: 'body',
      cells: [
        text(name),
        {
          kind: 'number',
          text: paceNumber(best.perYear, relative, decimals),
          value: String(best.perYear),
          source: null,
        },
        text(everManaged ? 'Yes' : 'No'),
        text(endText(best.from, unit, decimals)),
        text(endText(best.to, unit, decimals)),
      ],
    })),
    notes: [
      `Needed by ${periodText(by)}: ${paceText(perYear, relative, unit, decimals)}. A negative number is a worsening at its slowest.`,
    ],
  }
}
