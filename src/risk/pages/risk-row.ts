import { appetiteVerdicts } from '../../domain/risk/appetite.ts'
import { movements } from '../../domain/risk/movement.ts'
import { scoreOf } from '../../domain/risk/score.ts'
import type { RiskStanding } from '../risk.ts'
import {
  actionsWords,
  codeText,
  illustrativeParts,
  NOT_STATED,
  reviewWords,
  scoreWords,
} from '../risk-words.ts'

/** One line of the register. */
export const riskRow = (risk: RiskStanding) => ({
  code: codeText(risk.code),
  href: risk.href,
  title: risk.title,
  category: risk.category,
  owner: risk.owner ?? NOT_STATED,
  isOwned: risk.owner !== null,
  isScored: risk.current !== null,
  score: scoreWords(risk.current),
  illustrative: illustrativeParts(risk),
  exempt: risk.exemptReason !== null,
  moved: movedOf(risk),
  target: risk.target === null ? null : String(scoreOf(risk.target)),
  appetite: appetiteVerdicts[risk.appetite.verdict],
  actions: actionsWords(risk),
  hasReview: risk.nextReview !== null,
  review: reviewWords(risk),
  reviewLate: risk.review === 'overdue',
})

const movedOf = ({ movement, previous }: RiskStanding): string =>
  previous === null
    ? movements[movement].text
    : `${movements[movement].text}${movement === 'same' ? '' : ` from ${scoreOf(previous)}`}`
