import { dayText } from '../domain/period-text.ts'
import type { Table } from '../domain/report/blocks.ts'
import { recommendationStanding, responses } from '../domain/signals/recommendation.ts'
import type { Recommendation } from './recommendations.ts'

export const standingOfRecommendation = ({ responses: given, progress }: Recommendation, today: string) =>
  recommendationStanding(given.at(-1) ?? null, progress.at(-1)?.progress ?? null, today)

const column = (key: string, label: string, weight: number) => ({
  key,
  label,
  align: 'left' as const,
  weight,
})

/** Every recommendation in a line: to whom, how it was answered, by when, how far it has come. */
export const recommendationTable = (all: readonly Recommendation[], today: string): Table => ({
  name: 'recommendations',
  caption: 'Recommendations and what became of them',
  columns: [
    column('words', 'Recommendation', 5),
    column('forum', 'Made by', 3),
    column('made', 'Made on', 2),
    column('to', 'To', 2),
    column('response', 'Response', 2),
    column('due', 'By', 2),
    column('standing', 'Where it stands', 2),
  ],
  rows: all.map((each) => {
    const response = each.responses.at(-1)
    const { text, tone } = standingOfRecommendation(each, today)
    const words = each.illustrative ? `${each.words} (illustrative)` : each.words
    return {
      role: 'body',
      cells: [
        { kind: 'text', text: words, href: `/signals/recommendations/${each.id}` },
        { kind: 'text', text: each.forum },
        { kind: 'text', text: dayText(each.madeOn) },
        { kind: 'text', text: each.addressedTo },
        { kind: 'text', text: response ? responses[response.response].text : 'None yet' },
        { kind: 'text', text: response?.byWhen ? dayText(response.byWhen) : 'none' },
        { kind: 'status', text, tone },
      ],
    }
  }),
  notes: [],
})
