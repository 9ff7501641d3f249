import type { Cell, Table } from '../domain/report/blocks.ts'
import { column, missing, number, text } from '../domain/report/cells.ts'
import { levelText } from '../domain/risk/level.ts'
import { NOT_SCORED, scoreOf } from '../domain/risk/score.ts'
import type { RiskScore, RiskStanding } from './risk.ts'
import {
  actionsWords,
  appetiteWords,
  codeText,
  illustrativeParts,
  movementWords,
  NOT_STATED,
  reviewWords,
} from './risk-words.ts'

/** The register to be taken away: every risk with its words, its scores and how they stand. */
export const riskTable = (name: string, caption: string, risks: readonly RiskStanding[]): Table => ({
  name,
  caption,
  columns: [
    column('code', 'Code'),
    column('risk', 'Risk', 'left', 4),
    column('level', 'Level'),
    column('status', 'Open or closed'),
    column('exempt', 'Exempt from publication'),
    column('category', 'Category', 'left', 2),
    column('owner', 'Owner', 'left', 2),
    column('cause', 'Cause', 'left', 3),
    column('event', 'Event', 'left', 3),
    column('effect', 'Effect', 'left', 3),
    column('inherent', 'Inherent score', 'right'),
    column('previous', 'Previous current score', 'right'),
    column('current', 'Current score', 'right'),
    column('target', 'Target score', 'right'),
    column('moved', 'Moved', 'left', 2),
    column('appetite', 'Appetite', 'left', 2),
    column('actions', 'Actions', 'left', 2),
    column('review', 'Next review', 'left', 2),
    column('threatens', 'Threatens', 'left', 4),
    column('source', 'Source', 'left', 3),
    column('illustrative', 'Illustrative'),
  ],
  rows: risks.map((risk) => ({
    role: 'body',
    cells: [
      text(codeText(risk.code), risk.href),
      text(risk.title),
      text(levelText(risk.level)),
      text(risk.status),
      text(risk.exemptReason ?? 'no'),
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

const scoreCell = (score: RiskScore | null, source: string): Cell =>
  score === null ? missing(NOT_SCORED) : number(scoreOf(score), source)
