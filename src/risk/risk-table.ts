import type { Cell, Column, Table } from '../domain/report/blocks.ts'
import { levelText } from '../domain/risk/level.ts'
import { scoreOf } from '../domain/risk/score.ts'
import type { RiskScore, RiskStanding } from './risk.ts'
import {
  actionsWords,
  appetiteWords,
  codeText,
  illustrativeParts,
  movementWords,
  NOT_STATED,
  reviewWords,
  scoreWords,
} from './risk-words.ts'

const column = (key: string, label: string, weight: number, align: 'left' | 'right' = 'left'): Column => ({
  key,
  label,
  align,
  weight,
})

/** The register to be taken away: every risk with its words, its scores and how they stand. */
export const riskTable = (name: string, caption: string, risks: readonly RiskStanding[]): Table => ({
  name,
  caption,
  columns: [
    column('code', 'Code', 1),
    column('risk', 'Risk', 4),
    column('level', 'Level', 1),
    column('category', 'Category', 2),
    column('owner', 'Owner', 2),
    column('cause', 'Cause', 3),
    column('event', 'Event', 3),
    column('effect', 'Effect', 3),
    column('inherent', 'Inherent score', 1, 'right'),
    column('previous', 'Previous current score', 1, 'right'),
    column('current', 'Current score', 1, 'right'),
    column('target', 'Target score', 1, 'right'),
    column('moved', 'Moved', 2),
    column('appetite', 'Appetite', 2),
    column('actions', 'Actions', 2),
    column('review', 'Next review', 2),
    column('threatens', 'Threatens', 4),
    column('source', 'Source', 3),
    column('illustrative', 'Illustrative', 1),
  ],
  rows: risks.map((risk) => ({
    role: 'body',
    cells: [
      { kind: 'text', text: codeText(risk.code), href: risk.href },
      text(risk.title),
      text(levelText(risk.level)),
      text(risk.category ?? NOT_STATED),
      text(risk.owner ?? NOT_STATED),
      text(risk.cause ?? NOT_STATED),
      text(risk.event ?? NOT_STATED),
      text(risk.effect ?? NOT_STATED),
      scoreCell(risk.inherent, risk.source),
      scoreCell(risk.previous, risk.source),
      scoreCell(risk.current, risk.source),
      scoreCell(risk.target, risk.source),
      text(movementWords(risk)),
      text(appetiteWords(risk)),
      text(actionsWords(risk)),
      text(reviewWords(risk)),
      text(
        risk.links
          .filter(({ kind }) => kind !== 'paper')
          .map(({ title }) => title)
          .join('; ') || NOT_STATED,
      ),
      text(risk.source),
      text(illustrativeParts(risk) ?? 'no'),
    ],
  })),
  notes: [],
})

const text = (words: string): Cell => ({ kind: 'text', text: words })

export const scoreCell = (score: RiskScore | null, source: string): Cell =>
  score === null
    ? { kind: 'number', text: scoreWords(score).text, value: null, source: null }
    : { kind: 'number', text: String(scoreOf(score)), value: String(scoreOf(score)), source }
