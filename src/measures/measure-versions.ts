import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import {
  type GoodDirection,
  goodDirectionText,
  type InformationType,
  informationTypes,
  type MeasureLevel,
  measureLevels,
} from '../domain/measures/measure.ts'
import type { RestatementKind } from '../domain/measures/restatement.ts'
import { isUnit, units } from '../domain/quantity.ts'
import type { Recorded } from './revisions.ts'

/** What a register entry says of its measure, as far as people revise it. */
export type Entry = {
  readonly title: string
  readonly definition: string | null
  readonly unit: string
  readonly goodDirection: GoodDirection
  readonly informationType: InformationType
  readonly level: MeasureLevel
  readonly frequency: string | null
  readonly lagMonths: number | null
  readonly owner: string | null
  readonly metricResponsibility: string | null
  readonly dataOfficer: string | null
  readonly serves: string | null
  readonly estimationNote: string | null
  readonly dependsOn: string | null
  readonly freshWithinMonths: number | null
}

type Field = {
  readonly name: string
  readonly kind: RestatementKind
  readonly text: (entry: Entry) => string | null
}

const months = (count: number | null): string | null =>
  count === null ? null : `${count} ${count === 1 ? 'month' : 'months'}`

/** The parts of an entry, each with how a change of it is called. */
export const entryFields: Readonly<Record<keyof Entry, Field>> = {
  title: { name: 'Title', kind: 'definition', text: ({ title }) => title },
  definition: { name: 'Definition', kind: 'definition', text: ({ definition }) => definition },
  unit: { name: 'Unit', kind: 'definition', text: ({ unit }) => (isUnit(unit) ? units[unit].name : unit) },
  goodDirection: {
    name: 'Good direction',
    kind: 'direction',
    text: ({ goodDirection }) => goodDirectionText[goodDirection],
  },
  informationType: {
    name: 'Information type',
    kind: 'definition',
    text: ({ informationType }) => informationTypes[informationType],
  },
  level: { name: 'Level', kind: 'definition', text: ({ level }) => measureLevels[level] },
  frequency: { name: 'How often', kind: 'definition', text: ({ frequency }) => frequency },
  lagMonths: {
    name: 'How late figures come',
    kind: 'definition',
    text: ({ lagMonths }) => months(lagMonths),
  },
  owner: { name: 'Owner (theme responsibility)', kind: 'owner', text: ({ owner }) => owner },
  metricResponsibility: {
    name: 'Metric responsibility',
    kind: 'owner',
    text: ({ metricResponsibility }) => metricResponsibility,
  },
  dataOfficer: { name: 'Data officer and source', kind: 'owner', text: ({ dataOfficer }) => dataOfficer },
  serves: { name: 'What it serves', kind: 'definition', text: ({ serves }) => serves },
  estimationNote: {
    name: 'How estimates are made',
    kind: 'definition',
    text: ({ estimationNote }) => estimationNote,
  },
  dependsOn: { name: 'Depends on', kind: 'definition', text: ({ dependsOn }) => dependsOn },
  freshWithinMonths: {
    name: 'Recent enough within',
    kind: 'definition',
    text: ({ freshWithinMonths }) => months(freshWithinMonths),
  },
}

export type Difference = {
  readonly kind: RestatementKind
  readonly name: string
  readonly was: string
  readonly becomes: string
}

/** What differs between two entries, in the order of the register. */
export const differences = (was: Entry, becomes: Entry): Difference[] =>
  Object.values(entryFields).flatMap(({ name, kind, text }) => {
    const [before, after] = [text(was) ?? 'not stated', text(becomes) ?? 'not stated']
    return before === after ? [] : [{ kind, name, was: before, becomes: after }]
  })

export type MeasureVersion = Recorded & Entry & { readonly number: number }

/** Every version of a measure's entry in the register, latest first. */
export async function measureVersions(
  db: Db,
  measure: string,
  knownBy: KnownBy = null,
): Promise<MeasureVersion[]> {
  const rows = await db
    .selectFrom('measure_version')
    .selectAll()
    .where('measure_code', '=', measure)
    .where(knownUntil('recorded_at', knownBy))
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    title: row.title,
    definition: row.definition,
    unit: row.unit,
    goodDirection: row.good_direction,
    informationType: row.information_type,
    level: row.level,
    frequency: row.frequency,
    lagMonths: row.lag_months,
    owner: row.owner_role,
    metricResponsibility: row.metric_responsibility,
    dataOfficer: row.data_officer,
    serves: row.serves_code,
    estimationNote: row.estimation_note,
    dependsOn: row.depends_on,
    freshWithinMonths: row.fresh_within_months,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    reason: row.reason,
    illustrative: row.illustrative,
  }))
}
