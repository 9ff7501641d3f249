import type { Block, Table } from '../../domain/report/blocks.ts'
import type { LineChart } from '../../domain/report/chart.ts'
import { type AttentionItem, concerns, successes } from '../attention-items.ts'
import type { CouncilFacts } from '../home-facts.ts'

export type Pictured = { readonly chart: LineChart; readonly source: string }

/** What a forum should look at, most serious first, then what is going well; pictures of the foremost concerns. */
export function exceptionsSection(facts: CouncilFacts, pictures: readonly Pictured[]): Block[] {
  const [bad, good] = [concerns(facts), successes(facts)]
  return [
    { kind: 'heading', level: 1, text: 'Exceptions', id: 'exceptions' },
    {
      kind: 'paragraph',
      text: [
        'Each row says why it is here. With no targets set, a measure is an exception when it stands in the worst or the best quarter of similar councils. A change counts as real only beyond the measure’s usual variation; what rests on few figures is said with a perhaps.',
      ],
    },
    { kind: 'heading', level: 2, text: 'What needs attention', id: 'concerns' },
    ...listOf(bad, 'concerns', 'What needs attention, most serious first'),
    ...pictures.map(({ chart, source }): Block => ({ kind: 'figure', chart, source })),
    { kind: 'heading', level: 2, text: 'Going well', id: 'successes' },
    ...listOf(good, 'successes', 'Going well'),
  ]
}

function listOf(items: readonly AttentionItem[], name: string, caption: string): Block[] {
  if (items.length === 0) return [{ kind: 'paragraph', text: ['Nothing stands out for this quarter.'] }]
  const table: Table = {
    name,
    caption,
    columns: [
      { key: 'why', label: 'Why it is here', align: 'left', weight: 1.4 },
      { key: 'what', label: 'What', align: 'left', weight: 5 },
      { key: 'owner', label: 'Owner', align: 'left', weight: 1.3 },
    ],
    rows: items.map(({ tone, status, sentence, href, owner }) => ({
      role: 'body',
      cells: [
        { kind: 'status', text: status, tone },
        { kind: 'text', text: sentence, href },
        { kind: 'text', text: owner ?? 'None named' },
      ],
    })),
    notes: [],
  }
  return [{ kind: 'table', table }]
}
