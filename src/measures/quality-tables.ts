import { type Criterion, criteria } from '../domain/quality-gate/criteria.ts'
import { type Finding, severities } from '../domain/quality-gate/finding.ts'
import { qualityRules } from '../domain/quality-gate/quality-findings.ts'
import type { Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'
import type { MeasureQuality } from './quality.ts'

/** The checklist in its own order: how many measures have a finding under each point, or who is to judge it. */
export function summaryTable(all: readonly MeasureQuality[], ofSet: readonly Finding[], path: string): Table {
  const group = (words: string) => ({ role: 'group' as const, cells: [text(words)] })
  const rowsOf = (wanted: 'standard' | 'consideration') =>
    (Object.keys(criteria) as Criterion[])
      .filter((each) => criteria[each].group === wanted)
      .map((criterion) => {
        const { name, person } = criteria[criterion]
        const has = ({ findings }: MeasureQuality) => findings.some((each) => each.criterion === criterion)
        const count = all.filter(has).length
        const set = ofSet.filter((each) => each.criterion === criterion).length
        return {
          role: 'body' as const,
          cells: [
            text(name, count > 0 ? `${path}?${new URLSearchParams({ criterion })}#measures` : undefined),
            {
              kind: 'number' as const,
              text: person !== null ? 'For a person' : set > 0 ? 'The whole set' : String(count),
              value: person !== null || set > 0 ? null : String(count),
              source: null,
            },
            text(person ?? looksFor(criterion)),
          ],
        }
      })
  return {
    name: 'quality-summary',
    caption: 'The framework’s checklist, and how many measures have a finding under each point',
    columns: [
      column('point', 'Point', 'left', 3),
      column('measures', 'Measures', 'right'),
      column('looks', 'Looked for', 'left', 5),
    ],
    rows: [
      group('Standards of a measure'),
      ...rowsOf('standard'),
      group('Other considerations'),
      ...rowsOf('consideration'),
    ],
    notes: ['Source: the performance management framework, Appendix B, Appendix 1.'],
  }
}

function looksFor(criterion: Criterion): string {
  const says = Object.values(qualityRules).flatMap((rule) =>
    rule.criterion === criterion ? [rule.says] : [],
  )
  const text = says.length > 0 ? says.join('; ') : 'more key measures than the guide size of the set'
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** Every finding as a row: what the page tells, for a spreadsheet. */
export function findingsTable(kept: readonly MeasureQuality[]): Table {
  return {
    name: 'quality-findings',
    caption: 'What the checklist finds, worst measure first',
    columns: [
      column('code', 'Code'),
      column('measure', 'Measure', 'left', 3),
      column('severity', 'Severity', 'left', 1.5),
      column('point', 'Point', 'left', 2),
      column('wrong', 'What is wrong', 'left', 4),
      column('mend', 'How to mend it', 'left', 4),
    ],
    rows: kept.flatMap(({ measure, findings }) =>
      findings.map((finding) => ({
        role: 'body' as const,
        cells: [
          text(measure.code),
          text(measure.title, `/measures/${measure.code}`),
          {
            kind: 'status' as const,
            text: severities[finding.severity].name,
            tone: severities[finding.severity].tone,
          },
          text(criteria[finding.criterion].name),
          text(finding.wrong),
          text(finding.mend),
        ],
      })),
    ),
    notes: [],
  }
}
