import { counted } from '../domain/counted.ts'
import { dayText } from '../domain/period-text.ts'
import type { StatusTone } from '../domain/report/chart.ts'
import { appetiteVerdicts } from '../domain/risk/appetite.ts'
import { reviewStandings } from '../domain/risk/due.ts'
import { movements } from '../domain/risk/movement.ts'
import { bandOf, bands, NOT_SCORED, scoreOf, scoreText } from '../domain/risk/score.ts'
import type { RiskScore, RiskStanding } from './risk.ts'

export const NOT_STATED = 'not stated'

/** 'R-01': how a code is written to a reader. */
export const codeText = (code: string): string => code.toUpperCase()

/** '20 Very high', with its tone; 'Not scored' where there is none. */
export function scoreWords(score: RiskScore | null): { readonly text: string; readonly tone: StatusTone } {
  if (score === null) return { text: NOT_SCORED, tone: 'none' }
  const { text, tone } = bands[bandOf(score)]
  return { text: `${scoreOf(score)} ${text}`, tone }
}

/** 'Down from 20 to 12, since 16 January 2024': how the current score moved, and against what. */
export function movementWords({ movement, current, previous }: RiskStanding): string {
  if (current === null) return NOT_SCORED
  if (previous === null) return `First scored on ${dayText(current.scoredOn)}`
  const since = `since ${dayText(previous.scoredOn)}`
  return movement === 'same'
    ? `Same, ${scoreOf(current)}, ${since}`
    : `${movements[movement].text} from ${scoreOf(previous)} to ${scoreOf(current)}, ${since}`
}

/** 'Above appetite: 16, and 10 is accepted' */
export function appetiteWords({ appetite: { verdict, most }, current, category }: RiskStanding): string {
  const { text } = appetiteVerdicts[verdict]
  if (current === null || most === null)
    return verdict === 'no-appetite' && category !== null ? `${text} for ${category}` : text
  return `${text}: it is ${scoreOf(current)}, and at most ${most} is accepted`
}

export const reviewWords = ({ review, nextReview }: RiskStanding): string =>
  nextReview === null
    ? NOT_STATED
    : review === 'overdue'
      ? `Overdue since ${dayText(nextReview)}`
      : dayText(nextReview)

/** What is being done: 'No action', '2 open actions, 1 overdue'. */
export function actionsWords({ openActions, actions }: RiskStanding): string {
  if (openActions.length === 0) return actions.length === 0 ? 'No action' : 'No open action'
  const overdue = openActions.filter(({ state }) => state === 'overdue').length
  return `${counted(openActions.length, 'open action')}${overdue === 0 ? '' : `, ${overdue} overdue`}`
}

/** What of a risk only shows the product: 'the whole risk', 'score, appetite'; null where nothing does. */
export function illustrativeParts(risk: RiskStanding): string | null {
  if (risk.illustrative) return 'the whole risk'
  const parts = {
    score: risk.scores.some(({ illustrative }) => illustrative),
    appetite: risk.appetite.illustrative,
    control: risk.controls.some(({ illustrative }) => illustrative),
    action: risk.actions.some(({ illustrative }) => illustrative),
    review: risk.reviews.some(({ illustrative }) => illustrative),
  }
  const shown = Object.entries(parts).flatMap(([part, isShown]) => (isShown ? part : []))
  return shown.length > 0 ? shown.join(', ') : risk.showsIllustrative ? 'its history' : null
}

type Attention = { readonly tone: StatusTone; readonly status: string; readonly sentence: string }

/** Why somebody should look at a risk, the most serious first, in one sentence; null where all is in order. */
export function attentionOf(risk: RiskStanding): Attention | null {
  const why: { readonly tone: StatusTone; readonly status: string; readonly says: string }[] = []
  const { appetite, current, openActions, movement } = risk
  if (appetite.verdict === 'above' && current !== null)
    why.push({
      tone: 'bad',
      status: appetiteVerdicts.above.text,
      says: `${scoreText(current)}, where at most ${appetite.most} is accepted${openActions.length === 0 ? ', and nothing is being done about it' : ''}`,
    })
  if (movement === 'up') why.push({ tone: 'bad', status: 'Moved up', says: lower(movementWords(risk)) })
  for (const { due } of openActions.filter(({ state }) => state === 'overdue'))
    why.push({
      tone: 'close',
      status: 'Action overdue',
      says: `an action was due on ${dayText(due)} and is not done`,
    })
  if (risk.review === 'overdue')
    why.push({
      tone: 'close',
      status: reviewStandings.overdue.text,
      says: `its review was due on ${dayText(risk.nextReview ?? '')}`,
    })
  if (movement === 'down') why.push({ tone: 'good', status: 'Moved down', says: lower(movementWords(risk)) })
  const [first] = why
  if (first === undefined) return null
  const { tone, status } = first
  return { tone, status, sentence: `${risk.title}: ${why.map(({ says }) => says).join('; ')}.` }
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
