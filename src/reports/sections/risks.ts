import { counted } from '../../domain/counted.ts'
import { dayText } from '../../domain/period-text.ts'
import type { Block, Inline, Table } from '../../domain/report/blocks.ts'
import { column, missing, number, text } from '../../domain/report/cells.ts'
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

/** What only shows the product says so where it is printed. */
export const marked = (words: string, isIllustrative: boolean): string =>
  isIllustrative ? `${words} (illustrative)` : words

/** Some of the register, as a report prints it. */
export const risksTable = (name: string, caption: string, risks: readonly QuarterRisk[]): Table => ({
  name,
  caption,
  columns: [
    column('risk', 'Risk', 'left', 4),
    column('score', 'Current score', 'left', 1.6),
    column('moved', 'Moved since the quarter began', 'left', 1.4),
    column('appetite', 'Appetite', 'left', 1.7),
    column('target', 'Target', 'right', 0.9),
    column('actions', 'Actions', 'left', 1.6),
    column('owner', 'Owner', 'left', 1.6),
    column('review', 'Next review', 'left', 1.6),
  ],
  rows: risks.map((risk) => ({
    role: 'body',
    cells: [
      text(marked(`${codeText(risk.code)} ${risk.title}`, risk.showsIllustrative), risk.href),
      { kind: 'status', ...scoreWords(risk.current) },
      text(risk.current === null ? '–' : movements[risk.moved].text),
      risk.appetite.verdict === 'not-scored'
        ? text('–')
        : {
            kind: 'status',
            text: appetiteVerdicts[risk.appetite.verdict].text,
            tone: appetiteVerdicts[risk.appetite.verdict].tone,
          },
      risk.target === null ? missing('–') : number(scoreOf(risk.target), source),
      text(actionsWords(risk)),
      text(risk.owner ?? NOT_STATED),
      text(reviewWords(risk)),
    ],
  })),
  notes: [],
})

/** A score in a sentence, bound to the register. */
export const scoreFigure = (score: RiskScore): Inline =>
  figure(scoreWords(score).text.toLowerCase(), scoreOf(score), source)
