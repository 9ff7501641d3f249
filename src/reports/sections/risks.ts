import { counted } from '../../domain/counted.ts'
import { dayText } from '../../domain/period-text.ts'
import type { Block, Inline, Table } from '../../domain/report/blocks.ts'
import { count, figure } from '../../domain/report/figure.ts'
import { appetiteVerdicts } from '../../domain/risk/appetite.ts'
import { movements } from '../../domain/risk/movement.ts'
import { scoreOf } from '../../domain/risk/score.ts'
import type { RiskScore } from '../../risk/risk.ts'
import { actionsWords, codeText, NOT_STATED, reviewWords, scoreWords } from '../../risk/risk-words.ts'
import type { QuarterRisk, QuarterRisks } from '../quarter-risks.ts'

const source = 'Risk register'

/** The risks in short, for the overview report: what is above appetite, what moved, what is not scored. */
export function riskSection(facts: QuarterRisks): Block[] {
  const { risks } = facts
  const foremost = risks.filter((risk) => isAbove(risk) || hasMoved(risk))
  return [
    { kind: 'heading', level: 1, text: 'Risk', id: 'risk' },
    { kind: 'paragraph', text: briefOf(facts) },
    ...(foremost.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: risksTable('risks-foremost', 'Risks above appetite, and those that moved', foremost),
          },
        ]),
    ...illustrativeNote(risks),
  ]
}

const isAbove = ({ appetite }: QuarterRisk): boolean => appetite.verdict === 'above'
const hasMoved = ({ moved }: QuarterRisk): boolean => moved === 'up' || moved === 'down'

/** How many there are and how they stand, in sentences. */
export function briefOf({ risks, day, since }: QuarterRisks): Inline[] {
  if (risks.length === 0) return [`No open risk is held as at ${dayText(day)}.`]
  const of = (fits: (risk: QuarterRisk) => boolean) => count(risks.filter(fits).length, source)
  const without = risks.filter((risk) => isAbove(risk) && risk.openActions.length === 0)
  return [
    `As at ${dayText(day)} `,
    count(risks.length, source),
    risks.length === 1 ? ' risk is open: ' : ' risks are open: ',
    of(isAbove),
    ' above appetite, ',
    of(({ current }) => current === null),
    ' not scored. Since ',
    `${dayText(since)} `,
    of(({ moved }) => moved === 'up'),
    ' moved up and ',
    of(({ moved }) => moved === 'down'),
    ' down; for ',
    of(({ review }) => review === 'overdue'),
    ' the review is overdue. ',
    ...(without.length === 0
      ? []
      : [
          'Nothing is being done about ',
          count(without.length, source),
          ` of those above appetite: ${without.map(({ title }) => title).join('; ')}. `,
        ]),
    'What is exempt from publication, if anything is, is not counted here.',
  ]
}

/** What only shows the product is said to, under whatever shows it. */
export const illustrativeNote = (risks: readonly QuarterRisk[]): Block[] => {
  const shown = risks.filter(({ showsIllustrative }) => showsIllustrative).length
  if (shown === 0) return []
  return [
    {
      kind: 'callout',
      tone: 'none',
      title: `Illustrative: ${counted(shown, 'risk')}`,
      text: [
        'Scores, appetite, actions and reviews that are marked illustrative are made up to show how this works. Nobody has scored these risks so.',
      ],
    },
  ]
}

/** Some of the register, as a report prints it. */
export const risksTable = (name: string, caption: string, risks: readonly QuarterRisk[]): Table => ({
  name,
  caption,
  columns: [
    { key: 'risk', label: 'Risk', align: 'left', weight: 4 },
    { key: 'score', label: 'Current score', align: 'left', weight: 1.6 },
    { key: 'moved', label: 'Moved in the quarter', align: 'left', weight: 1.4 },
    { key: 'appetite', label: 'Appetite', align: 'left', weight: 1.7 },
    { key: 'target', label: 'Target', align: 'right', weight: 0.9 },
    { key: 'actions', label: 'Actions', align: 'left', weight: 1.6 },
    { key: 'owner', label: 'Owner', align: 'left', weight: 1.6 },
    { key: 'review', label: 'Next review', align: 'left', weight: 1.6 },
  ],
  rows: risks.map((risk) => ({
    role: 'body',
    cells: [
      {
        kind: 'text',
        text: `${codeText(risk.code)} ${risk.title}${risk.showsIllustrative ? ' (illustrative)' : ''}`,
        href: risk.href,
      },
      { kind: 'status', ...scoreWords(risk.current) },
      { kind: 'text', text: risk.current === null ? '–' : movements[risk.moved].text },
      risk.appetite.verdict === 'not-scored'
        ? { kind: 'text', text: '–' }
        : {
            kind: 'status',
            text: appetiteVerdicts[risk.appetite.verdict].text,
            tone: appetiteVerdicts[risk.appetite.verdict].tone,
          },
      target(risk.target),
      { kind: 'text', text: actionsWords(risk) },
      { kind: 'text', text: risk.owner ?? NOT_STATED },
      { kind: 'text', text: reviewWords(risk) },
    ],
  })),
  notes: [],
})

const target = (score: RiskScore | null) =>
  score === null
    ? { kind: 'number' as const, text: '–', value: null, source: null }
    : { kind: 'number' as const, text: String(scoreOf(score)), value: String(scoreOf(score)), source }

/** A score in a sentence, bound to the register. */
export const scoreFigure = (score: RiskScore): Inline =>
  figure(scoreWords(score).text.toLowerCase(), scoreOf(score), source)
