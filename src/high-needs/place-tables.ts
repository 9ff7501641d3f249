import {
  extraPlaces,
  type PlaceProject,
  type PlaceTotal,
  type Provision,
  placesBy,
  projectStages,
  totalPlaces,
} from '../domain/high-needs/places.ts'
import type { Row, Table } from '../domain/report/blocks.ts'
import { column, groupRow, missing, number, sentenceCase, text } from '../domain/report/cells.ts'
import type { Needed } from './place-facts.ts'
import { periodWords } from './words.ts'

const added = 'Special places by school, added up'

/** Every provision with its places, by phase, each with its total. */
export function provisionTable(provisions: readonly Provision[]): Table {
  const phases = [...Map.groupBy(provisions, ({ phase }) => phase)]
  const total = (title: string, some: readonly Provision[]): Row => ({
    role: 'total',
    cells: [text(title), text(''), text(''), number(totalPlaces(some).places, added), text(''), text('')],
  })
  return {
    name: 'send-provision',
    caption: 'Special places by school',
    columns: [
      column('school', 'School', 'left', 2.4),
      column('area', 'Area', 'left', 1.2),
      column('provision', 'Provision', 'left', 2.4),
      column('places', 'Places', 'right', 1),
      column('opens', 'Opens', 'left', 1.3),
      column('criteria', 'For whom', 'left', 2.6),
    ],
    rows: [
      ...phases.flatMap(([phase, some]): Row[] => [
        groupRow(sentenceCase(phase), 6),
        ...some.map(
          (each): Row => ({
            role: 'body',
            cells: [
              text(`${each.school}${each.illustrative ? ' (illustrative)' : ''}`),
              text(each.area),
              text(each.title),
              number(each.places, each.source),
              text(each.opensIn === null ? 'not given' : periodWords(each.opensIn)),
              text(each.criteria ?? 'not stated'),
            ],
          }),
        ),
        total(`All ${phase}`, some),
      ]),
      total('All', provisions),
    ],
    notes: [],
  }
}

/** The month in which provision opens, where all that opens does so in one. */
export const openingMonth = (provisions: readonly Provision[]): string | null => {
  const months = [...new Set(provisions.flatMap(({ opensIn }) => opensIn ?? []))]
  return months.length === 1 && months[0] !== undefined ? periodWords(months[0]) : null
}

/** Places added up by phase, by area and by need; by need beside what the model expects, where it knows. */
export function placeTotalsTable(provisions: readonly Provision[], needed: Needed): Table {
  const group = (title: string, list: readonly PlaceTotal[], of: Needed): Row[] => [
    groupRow(title, 6),
    ...list.map((each): Row => {
      const need = of(each.of)
      return {
        role: 'body',
        cells: [
          text(sentenceCase(each.of)),
          number(each.provisions, added),
          number(each.places, added),
          number(each.opening, added),
          need === null ? missing('not known') : number(Math.round(need), 'The high needs model'),
          need === null
            ? missing('not known')
            : number(each.places - Math.round(need), 'The high needs model'),
        ],
      }
    }),
  ]
  const all = totalPlaces(provisions)
  const month = openingMonth(provisions)
  return {
    name: 'send-place-totals',
    caption: 'Places by phase, area and need',
    columns: [
      column('of', 'Of', 'left', 2),
      column('provisions', 'Provisions', 'right'),
      column('places', 'Places', 'right'),
      column('opening', `Of them opening${month === null ? '' : ` ${month}`}`, 'right'),
      column('needed', 'Expected to be needed', 'right', 1.2),
      column('spare', 'Places less needed', 'right', 1.2),
    ],
    rows: [
      ...group('By phase', placesBy(provisions, 'phase'), () => null),
      ...group('By area', placesBy(provisions, 'area'), () => null),
      ...group('By need', placesBy(provisions, 'need'), needed),
      {
        role: 'total',
        cells: [
          text('All'),
          number(all.provisions, added),
          number(all.places, added),
          number(all.opening, added),
          missing('not known'),
          missing('not known'),
        ],
      },
    ],
    notes: [
      'What is needed is known only where a kept scenario splits the plans by need and placement; the papers give no such split.',
    ],
  }
}

/** Projects that add places, by stage: what depends on an approval that is not given stands apart. */
export function projectTable(projects: readonly PlaceProject[]): Table {
  return {
    name: 'send-projects',
    caption: 'Projects that add places',
    columns: [
      column('school', 'School', 'left', 2),
      column('project', 'Project', 'left', 3),
      column('extra', 'Places added', 'right', 1),
      column('result', 'Then in all', 'right', 1),
      column('expected', 'Expected', 'left', 1.3),
      column('status', 'Status', 'left', 1.4),
    ],
    rows: projectStages.flatMap((stage): Row[] => {
      const some = projects.filter((each) => each.stage === stage)
      if (some.length === 0) return []
      const { places, withoutNumber } = extraPlaces(projects, stage)
      return [
        groupRow(sentenceCase(stage), 6),
        ...some.map(
          (each): Row => ({
            role: 'body',
            cells: [
              text(`${each.school}${each.illustrative ? ' (illustrative)' : ''}`),
              text(each.title),
              each.extraPlaces === null ? missing('not stated') : number(each.extraPlaces, each.source),
              each.resultingPlaces === null
                ? missing('not stated')
                : number(each.resultingPlaces, each.source),
              text(each.expected === null ? 'not stated' : periodWords(each.expected)),
              text(stage === 'awaiting approval' ? `${each.status}; depends on approval` : each.status),
            ],
          }),
        ),
        {
          role: 'total',
          cells: [
            text(`All ${stage}`),
            text(withoutNumber === 0 ? '' : `${withoutNumber} without a number`),
            number(places, added),
            text(''),
            text(''),
            text(''),
          ],
        },
      ]
    }),
    notes: [],
  }
}
