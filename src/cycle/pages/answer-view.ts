import { NotFound } from '../../access/refusals.ts'
import { can } from '../../domain/access/can.ts'
import { multiplierOf, nothingGiven } from '../../domain/cycle/answer-checks.ts'
import { dueWords } from '../../domain/cycle/owed-words.ts'
import { draftWords, seesAnswer } from '../../domain/cycle/who-sees.ts'
import { englishDay } from '../../domain/english-day.ts'
import { nameOn } from '../../domain/organisation/organisation-on.ts'
import { dayText, periodText, quarterText } from '../../domain/period-text.ts'
import { units } from '../../domain/quantity.ts'
import { unitsOn } from '../../organisation/organisation-facts.ts'
import { momentText } from '../../web/moment-text.ts'
import type { Asked } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { answerLines } from '../answer-lines.ts'
import { answersOf, decisionsOf } from '../answers.ts'
import { type Cycle, cycleFor, cyclesOf } from '../cycles.ts'
import { earlierWords } from '../earlier-words.ts'
import { expectations } from '../expectations.ts'
import { isOwed } from '../open-requests.ts'
import { askedWords, howFar } from '../request-words.ts'
import { type CycleRequest, cycleRequests } from '../requests.ts'
import { besideAnswer } from './answer-beside.ts'
import { answerFields } from './answer-form-view.ts'
import { answerHistory } from './answer-history.ts'

type Path = '/cycles/:quarter/answers/:measure'

export async function answerView(asked: Asked<Path>) {
  const { db, actor, params, site } = asked
  const cycle = await cycleFor(db, params.quarter)
  const request = await requestOf(asked, cycle)
  const { measure, answer, state, unit, chain } = request
  const today = todayOf(site)
  const seen = seesAnswer(actor, { ...request, givenBy: answer?.by ?? null })
  const hidden = answer !== null && !seen
  const may = can(actor, 'cycle.answer', { units: chain })
  const expected = (await expectations(db, actor, [{ cycle, request }])).get(measure.code)
  const earlierCycles = (await cyclesOf(db)).filter((each) => each.quarter.end < cycle.quarter.end)
  const back = request.decisions.findLast(({ decision }) => decision === 'sent-back')
  const due = dueWords(request.due ?? cycle.due.entry, today)
  return {
    title: measure.title,
    caption: `${quarterText(cycle.quarter)} · ${nameOn(await unitsOn(db, today), unit)}`,
    lead: askedWords(request, expected),
    state: howFar[state],
    due:
      isOwed({ cycle, request }) && cycle.lock === null && !hidden
        ? { ...due, text: sentence(due.text) }
        : null,
    illustrative: answer?.illustrative ?? request.illustrative,
    sentBack:
      back === undefined || hidden
        ? null
        : { by: back.by.name, reason: back.reason ?? '', at: momentText(back.at) },
    locked:
      cycle.lock === null
        ? null
        : {
            says: `${periodText(cycle.quarter)} was locked by ${cycle.lock.by} on ${dayText(englishDay(cycle.lock.at))}. What it shows is published.`,
            href: `/measures/${measure.code}/correct`,
          },
    refusal: cycle.lock !== null || may.allowed ? null : may.reason,
    form:
      cycle.lock === null && may.allowed ? answerFields(asked, request, answer?.given ?? nothingGiven) : null,
    isFigure: request.asks === 'figure',
    period: periodText(request.period),
    parts: multiplierOf(measure.unit) !== null,
    unit: unitWords(measure.unit),
    hidden: hidden ? draftWords : null,
    given: answer === null || hidden ? [] : answerLines(request, answer),
    givenBy: answer === null || hidden ? null : `${answer.by.name}, ${momentText(answer.at)}`,
    beside:
      expected === undefined
        ? null
        : besideAnswer(request, expected, await earlierWords(db, actor, request, earlierCycles)),
    history: hidden
      ? []
      : answerHistory(
          request,
          await answersOf(db, cycle.slug, measure.code),
          await decisionsOf(db, cycle.slug, measure.code),
        ),
  }
}

async function requestOf({ db, params }: Asked<Path>, cycle: Cycle): Promise<CycleRequest> {
  const all = await cycleRequests(db, cycle)
  const found = all.find(({ measure }) => measure.code === params.measure.toLowerCase())
  if (found) return found
  throw new NotFound(`Nothing is asked for ${params.measure} in the cycle ${cycle.slug}.`, [
    { text: 'What you owe', href: '/my' },
  ])
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What is counted, and what stands before and after a number of it. */
function unitWords(unit: CycleRequest['measure']['unit']) {
  const { name, before, after } = units[unit]
  return { name, prefix: before || null, suffix: after.trim() || null }
}
