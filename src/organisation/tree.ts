import { type Organisation, partsBelow, type Standing } from '../domain/organisation/organisation-on.ts'
import { type Part, partKinds } from '../domain/organisation/part.ts'
import { dayText } from '../domain/period-text.ts'
import type { Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'
import { partAddress } from './part-address.ts'

export type TreeLine = {
  readonly depth: number
  readonly kind: string
  readonly name: string
  readonly href: string
  /** Since when it belongs where it stands; null at the top. */
  readonly since: string | null
  readonly illustrative: boolean
  /** Where to record what it belongs to, for whoever may, when nothing says it. */
  readonly moveHref: string | null
}

/** A unit and all below it, each under what it belongs to. Circles cannot be recorded, so that it ends. */
export function treeBelow(organisation: Organisation, unit: Part, depth = 0): TreeLine[] {
  return partsBelow(organisation, unit).flatMap((standing) => [
    lineOf(standing, unit, depth),
    ...treeBelow(organisation, standing.part, depth + 1),
  ])
}

export function lineOf(standing: Standing, under: Part | null, depth: number): TreeLine {
  const { part, name, parent, portfolio, illustrative } = standing
  const placement = under?.kind === 'portfolio' ? portfolio : under === null ? null : parent
  return {
    depth,
    kind: partKinds[part.kind],
    name,
    href: partAddress(part),
    since: placement === null ? null : dayText(placement.from),
    illustrative: illustrative || placement?.illustrative === true,
    moveHref: null,
  }
}

/** Everything there is on the day as one table: for CSV and JSON. */
export function organisationTable({ day, standings }: Organisation): Table {
  const belongs = (placement: Standing['parent']): string[] =>
    placement === null ? ['', '', ''] : [placement.parent.kind, placement.parent.code, placement.from]
  return {
    name: 'organisation',
    caption: `How the council is organised on ${dayText(day)}`,
    columns: [
      column('kind', 'Kind'),
      column('code', 'Code'),
      column('name', 'Name'),
      column('state', 'State'),
      column('belongs_to_kind', 'Belongs to, kind'),
      column('belongs_to', 'Belongs to, code'),
      column('belongs_since', 'Belongs since'),
      column('portfolio', 'Portfolio, code'),
      column('began', 'Began'),
      column('closed', 'Closed'),
      column('illustrative', 'Illustrative'),
    ],
    rows: [...standings.values()].map((standing) => {
      const { part, name, state, parent, portfolio, began, closure } = standing
      const illustrative = standing.illustrative || parent?.illustrative || portfolio?.illustrative
      const texts = [
        part.kind,
        part.code,
        name,
        state,
        ...belongs(parent),
        portfolio?.parent.code ?? '',
        began ?? '',
        closure?.on ?? '',
        illustrative ? 'yes' : 'no',
      ]
      return { role: 'body', cells: texts.map((words) => text(words)) }
    }),
    notes: ['An empty cell is what no source says.'],
  }
}
