import { factBases, factSubjects, type HighNeedsFact } from '../domain/high-needs/fact.ts'
import type { Cell, Table } from '../domain/report/blocks.ts'
import { column, groupRow, millions, number, text } from '../domain/report/cells.ts'
import { monthText, periodWords } from './words.ts'

/** Every figure as its paper gives it, subject by subject. */
export function figureTable(facts: readonly HighNeedsFact[]): Table {
  const subjects = Object.entries(factSubjects).flatMap(([subject, title]) => {
    const of = facts.filter((fact) => fact.subject === subject)
    return of.length === 0 ? [] : [{ title, of }]
  })
  return {
    name: 'high-needs-figures',
    caption: 'Figures about high needs',
    columns: [
      column('item', 'What', 'left', 3),
      column('area', 'Where', 'left', 0.8),
      column('period', 'Period', 'left', 1.2),
      column('basis', 'How firm', 'left', 1.2),
      column('value', 'Figure', 'right', 1.1),
      column('unit', 'Unit', 'left'),
      column('source', 'Source', 'left', 2.2),
      column('note', 'Note', 'left', 2.2),
    ],
    rows: subjects.flatMap(({ title, of }) => [
      groupRow(title, 8),
      ...of.map((fact) => ({
        role: 'body' as const,
        cells: [
          text(fact.item),
          text(fact.area === '' ? 'Council' : fact.area),
          text(periodWords(fact.period)),
          text(basisWords(fact)),
          valueCell(fact),
          text(unitWords(fact)),
          text(fact.source),
          text([fact.illustrative ? 'illustrative' : null, fact.note].filter(Boolean).join('; ')),
        ],
      })),
    ]),
    notes: ['As the papers print them: what they leave open is left open. £m is to three decimals.'],
  }
}

/** The same in fewer columns, for paper. */
export function shortFigureTable(facts: readonly HighNeedsFact[]): Table {
  const whole = figureTable(facts)
  const kept = ['item', 'period', 'value', 'unit', 'source']
  const places = kept.map((key) => whole.columns.findIndex((each) => each.key === key))
  const [area, note] = ['area', 'note'].map((key) => whole.columns.findIndex((each) => each.key === key))
  return {
    ...whole,
    columns: places.flatMap((place) => whole.columns[place] ?? []),
    rows: whole.rows.map(({ role, cells }) => {
      const short = places.flatMap((place) => cells[place] ?? [])
      const [where, said] = [cells[area ?? -1]?.text ?? '', cells[note ?? -1]?.text ?? '']
      const words = [where === 'Council' ? '' : where, said].filter((part) => part !== '').join('; ')
      const [first, ...others] = short
      return { role, cells: [text(`${first?.text ?? ''}${words === '' ? '' : ` (${words})`}`), ...others] }
    }),
  }
}

const basisWords = ({ basis, madeIn }: HighNeedsFact): string =>
  `${factBases[basis]}${madeIn === '' ? '' : ` (${monthText(madeIn)})`}`

const valueCell = (fact: HighNeedsFact): Cell =>
  fact.amount === null ? number(fact.value ?? 0, fact.source) : millions(fact.amount, fact.source)

const unitWords = ({ amount, unit }: HighNeedsFact): string => (amount === null ? unit : '£m')
