import { dayText } from '../domain/period-text.ts'
import type { Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'
import { recommendationStanding, responses } from '../domain/signals/recommendation.ts'
import type { Recommendation } from './recommendations.ts'

export const standingOfRecommendation = ({ responses: given, progress }: Recommendation, today: string) =>
  recommendationStanding(given.at(-1) ?? null, progress.at(-1)?.progress ?? null, today)

/** Every recommendation in a line: to whom, how it was answered, by when, how far it has come. */
export const recommendationTable = (all: readonly Recommendation[], today: string): Table => ({
  name: 'recommendations',
  caption: 'Recommendations and what became of them',
  columns: [
    column('words', 'Recommendation', 'left', 5),
    column('forum', 'Made by', 'left', 3),
    column('made', 'Made on', 'left', 2),
    column('to', 'To', 'left', 2),
    column('response', 'Response', 'left', 2),
    column('due', 'By', 'left', 2),
    column('standing', 'Where it stands', 'left', 2),
  ],
  rows: all.map((each) => {
    const response = each.responses.at(-1)
    const standing = standingOfRecommendation(each, today)
    const words = each.illustrative ? `${each.words} (illustrative)` : each.words
    return {
      role: 'body',
      cells: [
        text(words, `/signals/recommendations/${each.id}`),
        text(each.forum),
        text(dayText(each.madeOn)),
        text(each.addressedTo),
        text(response ? responses[response.response].text : 'None yet'),
        text(response?.byWhen ? dayText(response.byWhen) : 'none'),
        { kind: 'status', text: standing.text, tone: standing.tone },
      ],
    }
  }),
  notes: [],
})
