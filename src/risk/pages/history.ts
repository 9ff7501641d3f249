import { englishDay } from '../../domain/english-day.ts'
import { dayText } from '../../domain/period-text.ts'
import { decisions, levelText } from '../../domain/risk/level.ts'
import { scoreKinds, scoreText } from '../../domain/risk/score.ts'
import type { RiskStanding } from '../risk.ts'

type Happened = {
  readonly day: string
  readonly title: string
  readonly words: string
  readonly by: string
  readonly illustrative: boolean
}

/** Everything that happened to a risk, the latest first. */
export function historyOf(risk: RiskStanding) {
  const happened: Happened[] = [
    ...risk.wordings.map((each) => ({
      day: englishDay(each.at),
      title: each.number === 1 ? 'Recorded' : 'Wording changed',
      words: each.number === 1 ? each.title : `${each.title}. ${each.reason}`,
      by: each.by,
      illustrative: each.illustrative,
    })),
    ...risk.decisions.map((each) => ({
      day: each.onDay,
      title:
        each.level === null
          ? decisions[each.decision]
          : `${decisions[each.decision]}: ${levelText(each.level).toLowerCase()}`,
      words: each.reason,
      by: each.decision === 'placed' ? each.by : `decided by ${each.decidedBy}`,
      illustrative: each.illustrative,
    })),
    ...risk.scores.map((each) => ({
      day: each.scoredOn,
      title: `${scoreKinds[each.kind].text} score ${scoreText(each)}`,
      words: each.reason,
      by: each.by,
      illustrative: each.illustrative,
    })),
    ...risk.reviews.map((each) => ({
      day: each.reviewedOn,
      title: 'Reviewed',
      words: `${each.words} Next review by ${dayText(each.nextDue)}.`,
      by: each.by,
      illustrative: each.illustrative,
    })),
  ]
  return happened
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .map(({ day, ...each }) => ({ ...each, day: dayText(day) }))
}
