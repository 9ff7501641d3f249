import type { Actor } from '../../domain/access/roles.ts'
import { type AnswerGiven, evidenceKinds } from '../../domain/cycle/answer-checks.ts'
import { requestStates } from '../../domain/cycle/request-state.ts'
import { steps } from '../../domain/cycle/step.ts'
import { draftWords, seesAnswer } from '../../domain/cycle/who-sees.ts'
import { nameOn } from '../../domain/organisation/organisation-on.ts'
import { whenText } from '../../domain/period-text.ts'
import { trendCharts } from '../../measures/trend-chart.ts'
import { momentText } from '../../web/moment-text.ts'
import { unassignedName } from '../board-groups.ts'
import { figureWords } from '../figure-words.ts'
import type { ReviewFacts } from '../review-facts.ts'
import { stateTones } from '../state-bar.ts'
import { whomItWaitsFor } from '../whom-to-ask.ts'
import { cycleName } from './cycle-words.ts'

export function reviewView(facts: ReviewFacts, actor: Actor, today: string) {
  const { board, request, remarks, measure: measured } = facts
  const { cycle, organisation, holders } = board
  const { measure, period, unit, state, answer } = request
  const seen = seesAnswer(actor, { ...request, givenBy: answer?.by ?? null })
  const { series } = measured.evaluated.measure
  const trend = series
    ? trendCharts({
        council: measured.authority.shortName,
        series,
        evaluation: measured.evaluated.evaluation,
        ...measured,
      })
    : null
  return {
    title: measure.title,
    name: cycleName(cycle),
    slug: cycle.slug,
    unit: unit.kind === 'council' ? unassignedName : nameOn(organisation, unit),
    illustrative: request.illustrative,
    state: { text: requestStates[state].name, tone: stateTones[state] },
    ask: whomItWaitsFor(request, holders, today),
    definition: measure.definition,
    measureHref: `/measures/${measure.code}`,
    hidden: answer !== null && !seen ? draftWords : null,
    answer: answer === null || !seen ? null : answerView(facts),
    remarks: seen ? remarks : [],
    history: seen ? historyOf(facts) : [],
    trend: trend?.main ?? null,
    period: whenText(period),
  }
}

function answerView({ request, earlier }: ReviewFacts) {
  const { answer, period } = request
  const words = figureWords(request, earlier)
  const given = answer?.given
  return {
    value: words.value,
    missing: words.missing,
    note: words.note,
    period: whenText(period),
    last: words.last === null ? null : `Last time (${words.lastPeriod}) it was ${words.last}`,
    change: words.change,
    parts: given?.numerator ? `${given.numerator} out of ${given.denominator}` : null,
    doubts: answer?.doubts ?? [],
    said: given ? saidOf(given) : [],
    evidence: (given?.evidence ?? []).map(({ kind, says, source }) => ({
      kind: (evidenceKinds as Readonly<Record<string, string>>)[kind] ?? kind,
      says,
      source,
    })),
    by: answer ? `${answer.by.name}, ${momentText(answer.at)}` : '',
  }
}

/** The words of an answer under what was asked; what was left empty is left out. */
const saidOf = (given: AnswerGiven) =>
  [
    { term: 'Why it cannot be supplied', text: given.cannotSupply },
    { term: 'What happened, and why', text: given.whatHappened },
    { term: 'What is being done', text: given.whatWeDo },
    { term: 'When it will be right', text: given.whenRight },
    { term: 'How it was estimated', text: given.estimation },
  ].filter(({ text }) => text !== '')

/** Every answer with what was decided on it, oldest first. */
function historyOf({ answers, decisions, request }: ReviewFacts) {
  return answers.flatMap((answer) => [
    {
      at: momentText(answer.at),
      text: `${answer.by.name} answered${answer.value === null || request.asks === 'words' ? '' : `: ${answer.value}`}`,
      reason: null,
    },
    ...decisions
      .filter(({ answerNumber }) => answerNumber === answer.number)
      .map(({ at, by, step, decision, reason, together }) => ({
        at: momentText(at),
        text:
          decision === 'agreed'
            ? `${by.name} ${steps[step].done} it${together ? ', together with others' : ''}`
            : `${by.name} sent it back at ${steps[step].name.toLowerCase()}`,
        reason,
      })),
  ])
}
