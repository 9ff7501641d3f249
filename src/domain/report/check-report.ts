import type { Block, Inline, Report, Table } from './blocks.ts'
import { figuresOf } from './figures.ts'

/**
 * Throws when a report could not be drawn faithfully: what it finds is a mistake in a section, never in the data, so
 * all of it is named at once.
 */
export const checkReport = (report: Report): void => {
  const problems = reportProblems(report)
  if (problems.length > 0)
    throw new Error(`The report ‘${report.title}’ cannot be drawn: ${problems.join('; ')}.`)
}

export const reportProblems = (report: Report): readonly string[] => [
  ...(report.title.trim() === '' ? ['it has no title'] : []),
  ...headingProblems(report.blocks),
  ...tableNameProblems(report.blocks),
  ...tablesOf(report.blocks).flatMap(tableProblems),
  ...report.blocks.flatMap(inlineProblems),
  ...figureProblems(report),
]

export const tablesOf = (blocks: readonly Block[]): readonly Table[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.table : []))

const safeName = /^[a-z0-9]+(-[a-z0-9]+)*$/
const exactDecimal = /^-?\d+(\.\d+)?$/

const headingProblems = (blocks: readonly Block[]): readonly string[] => {
  const problems: string[] = []
  const seen = new Set<string>()
  let level = 0
  for (const block of blocks) {
    if (block.kind !== 'heading') continue
    if (block.text.trim() === '') problems.push(`heading ‘${block.id}’ has no words`)
    if (!safeName.test(block.id))
      problems.push(`heading id ‘${block.id}’ is not plain lower case with hyphens`)
    if (seen.has(block.id)) problems.push(`heading id ‘${block.id}’ is used twice`)
    if (block.level > level + 1)
      problems.push(`heading ‘${block.text}’ jumps from level ${level} to ${block.level}`)
    seen.add(block.id)
    level = block.level
  }
  return problems
}

const tableNameProblems = (blocks: readonly Block[]): readonly string[] => {
  const names = tablesOf(blocks).map((table) => table.name)
  return [
    ...names
      .filter((name) => !safeName.test(name))
      .map((name) => `table name ‘${name}’ is not plain lower case with hyphens`),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `table name ‘${name}’ is used twice`),
  ]
}

const tableProblems = (table: Table): readonly string[] => {
  const keys = table.columns.map((column) => column.key)
  return [
    ...(table.columns.length === 0 ? [`table ‘${table.name}’ has no columns`] : []),
    ...(table.caption.trim() === '' ? [`table ‘${table.name}’ has no caption`] : []),
    ...(new Set(keys).size < keys.length ? [`table ‘${table.name}’ uses a column key twice`] : []),
    ...table.columns
      .filter((column) => !(column.weight > 0))
      .map((column) => `column ‘${column.key}’ of table ‘${table.name}’ has no width`),
    ...table.rows.flatMap((row, index) =>
      row.cells.length === table.columns.length
        ? []
        : `row ${index + 1} of table ‘${table.name}’ has ${row.cells.length} cells for ${table.columns.length} columns`,
    ),
  ]
}

const inlineProblems = (block: Block): readonly string[] => {
  const isEmpty = (inlines: readonly Inline[]) => inlines.length === 0
  if (block.kind === 'paragraph' && isEmpty(block.text)) return ['a paragraph is empty']
  if (block.kind === 'list' && block.items.length === 0) return ['a list is empty']
  if (block.kind === 'list' && block.items.some(isEmpty)) return ['a list item is empty']
  if (block.kind === 'figure' && block.chart.description.trim() === '')
    return [`the figure ‘${block.chart.title}’ has no description`]
  return []
}

const figureProblems = (report: Report): readonly string[] =>
  figuresOf(report)
    .filter((figure) => figure.value !== null && !exactDecimal.test(figure.value))
    .map((figure) => `the value ‘${figure.value}’ in ${figure.where} is not an exact decimal`)
