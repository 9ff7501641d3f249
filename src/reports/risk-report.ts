import { dayText, periodText } from '../domain/period-text.ts'
import type { Block, Report, Row, Table } from '../domain/report/blocks.ts'
import { column, missing, number, text } from '../domain/report/cells.ts'
import { appetiteOn } from '../domain/risk/appetite.ts'
import { impactCriteria, likelihoodCriteria } from '../domain/risk/criteria.ts'
import { heatMapOf } from '../domain/risk/heat-map.ts'
import { byLevel } from '../domain/risk/level.ts'
import { bands, scoreOf } from '../domain/risk/score.ts'
import { categoriesOf } from '../risk/categories.ts'
import { codeText, NOT_STATED } from '../risk/risk-words.ts'
import type { QuarterRisk, QuarterRisks } from './quarter-risks.ts'
import { briefOf, illustrativeNote, marked, risksTable, scoreFigure } from './sections/risks.ts'

/** The risk register as it goes to Audit and Governance, and to Cabinet with the performance report. Pure. */
export function riskReport(council: string, facts: QuarterRisks): Report {
  const { quarter, day, risks } = facts
  const above = risks.filter(({ appetite }) => appetite.verdict === 'above')
  return {
    kind: 'risk',
    title: 'Risk register',
    subtitle: `What may go wrong, how that stands to what the council accepts, and what is being done, as at ${dayText(day)}`,
    council,
    period: periodText(quarter),
    language: 'en-GB',
    blocks: [
      { kind: 'heading', level: 1, text: 'The position in brief', id: 'brief' },
      { kind: 'paragraph', text: briefOf(facts) },
      ...illustrativeNote(risks),
      ...aboveSection(above),
      ...heatMapSection(risks),
      ...registerSections(risks),
      ...actionsSection(risks),
      ...appetiteSection(facts),
      ...criteriaSection(),
    ],
  }
}

function aboveSection(above: readonly QuarterRisk[]): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: 'Above appetite', id: 'above-appetite' }
  if (above.length === 0)
    return [heading, { kind: 'paragraph', text: ['No risk that is scored is above appetite.'] }]
  return [
    heading,
    {
      kind: 'list',
      ordered: false,
      items: above.map((risk) => [
        `${marked(risk.title, risk.showsIllustrative)}: `,
        ...(risk.current === null ? [] : [scoreFigure(risk.current)]),
        `, where at most ${risk.appetite.most} is accepted. ${risk.openActions.length === 0 ? 'Nothing is being done about it.' : `To be done: ${risk.openActions.map(({ what, due }) => `${what} (by ${dayText(due)})`).join(' ')}`}`,
      ]),
    },
  ]
}

/** The heat map as a table: a cell names its band and each risk in it. */
function heatMapSection(risks: readonly QuarterRisk[]): Block[] {
  const { rows, notScored } = heatMapOf(risks, ({ current }) => current)
  const table: Table = {
    name: 'heat-map',
    caption: 'Risks by likelihood (across) and impact (down, the worst first)',
    columns: [
      column('impact', 'Impact', 'left', 1.2),
      ...likelihoodCriteria.map(({ step, word }) =>
        column(`likelihood-${step}`, `${step} ${word}`, 'left', 1.6),
      ),
    ],
    rows: rows.map(({ impact, cells }) => ({
      role: 'body',
      cells: [
        {
          kind: 'text',
          text: `${impact} ${impactCriteria.find(({ step }) => step === impact)?.word ?? ''}`,
        },
        ...cells.map((cell) => ({
          kind: 'text' as const,
          text: `${scoreOf(cell)} ${bands[cell.band].text.toLowerCase()}${cell.risks.length === 0 ? '' : `: ${cell.risks.map(({ code, current }) => marked(codeText(code), current?.illustrative === true)).join(', ')}`}`,
        })),
      ],
    })),
    notes: [
      notScored.length === 0
        ? 'Every open risk is scored.'
        : `Not scored: ${notScored.map(({ code, title }) => `${codeText(code)} ${title}`).join('; ')}.`,
    ],
  }
  return [
    { kind: 'heading', level: 1, text: 'Heat map', id: 'heat-map' },
    { kind: 'table', table },
  ]
}

const registerSections = (risks: readonly QuarterRisk[]): Block[] =>
  byLevel(risks).flatMap(({ level, title, found }): Block[] => {
    const id = `register-${level ?? 'not-stated'}`
    return [
      { kind: 'heading', level: 1, text: title, id },
      { kind: 'table', table: risksTable(id, title, found) },
    ]
  })

function actionsSection(risks: readonly QuarterRisk[]): Block[] {
  const rows = risks.flatMap((risk) =>
    risk.openActions.map(
      (action): Row => ({
        role: 'body',
        cells: [
          text(codeText(risk.code), risk.href),
          text(marked(action.what, action.illustrative)),
          text(action.owner),
          text(`${dayText(action.due)}${action.state === 'overdue' ? ', overdue' : ''}`),
        ],
      }),
    ),
  )
  if (rows.length === 0) return []
  const table: Table = {
    name: 'risk-actions',
    caption: 'What is to be done, by whom and by when',
    columns: [
      column('risk', 'Risk', 'left', 0.8),
      column('what', 'What', 'left', 4),
      column('owner', 'Owner', 'left', 2),
      column('due', 'Due', 'left', 1.5),
    ],
    rows,
    notes: [],
  }
  return [
    { kind: 'heading', level: 1, text: 'Actions', id: 'actions' },
    { kind: 'table', table },
  ]
}

/** What is accepted in each category that a risk of the register has. */
function appetiteSection({ risks, appetites, day }: QuarterRisks): Block[] {
  const categories = categoriesOf(risks)
  const table: Table = {
    name: 'risk-appetite',
    caption: 'The highest score accepted, by category',
    columns: [
      column('category', 'Category', 'left', 2),
      column('most', 'At most', 'right'),
      column('says', 'In words', 'left', 3),
    ],
    rows: categories.map((category) => {
      const held = appetiteOn(appetites, category, day)
      return {
        role: 'body',
        cells: [
          text(marked(category, held?.illustrative === true)),
          held === null ? missing(NOT_STATED) : number(held.most, 'Risk appetite'),
          text(held?.says ?? NOT_STATED),
        ],
      }
    }),
    notes: [],
  }
  return categories.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: 'Appetite', id: 'appetite' },
        { kind: 'table', table },
      ]
}

const criteriaSection = (): Block[] => [
  { kind: 'heading', level: 1, text: 'What the scores mean', id: 'criteria' },
  {
    kind: 'paragraph',
    text: [
      `A score is likelihood times impact. ${Object.values(bands)
        .map(({ text, from }) => `${text}: from ${from}`)
        .join('. ')}. Criteria and bands are this service’s own, for the council to agree.`,
    ],
  },
  {
    kind: 'list',
    ordered: false,
    items: likelihoodCriteria.map(({ step, word, says }) => [
      `Likelihood ${step}, ${word.toLowerCase()}: ${says}.`,
    ]),
  },
  {
    kind: 'list',
    ordered: false,
    items: impactCriteria.map(({ step, word, says }) => [`Impact ${step}, ${word.toLowerCase()}: ${says}.`]),
  },
]
