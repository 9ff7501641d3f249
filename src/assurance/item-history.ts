import { type Role, roles } from '../domain/access/roles.ts'
import { materialities, responses, testResults } from '../domain/assurance/audit-finding.ts'
import { dayText } from '../domain/period-text.ts'
import type { AuditItem } from './items.ts'
import { momentDay } from './moment-day.ts'

export type HistoryEntry = {
  readonly title: string
  readonly by: string
  readonly illustrative: boolean
  readonly facts: readonly { readonly term: string; readonly text: string }[]
}

type Happened =
  | AuditItem['tests'][number]
  | AuditItem['responses'][number]
  | NonNullable<AuditItem['closure']>

/** What came of a sampled figure, in the order in which it happened. Earlier tests stay to be seen. */
export function historyOf({ tests, responses: answers, closure }: AuditItem): HistoryEntry[] {
  const fact = (term: string, text: string | null) => (text === null ? [] : [{ term, text }])
  const entry = (title: string, what: Happened, facts: HistoryEntry['facts']): HistoryEntry => ({
    title,
    by: `${roles[what.byRole as Role] ?? what.byRole} (${what.by.name}), ${momentDay(what.at)}`,
    illustrative: what.illustrative,
    facts,
  })
  return [
    ...tests.map((test, index) =>
      entry(
        `${tests.length > 1 ? `Test ${index + 1}` : 'Test'}: ${testResults[test.result].text.toLowerCase()}`,
        test,
        [
          ...fact('Evidence seen', test.evidence),
          ...fact('Finding', test.finding),
          ...fact('Materiality', test.materiality && materialities[test.materiality]),
          ...fact('Recommendation', test.recommendation),
        ],
      ),
    ),
    ...answers.map((answer) =>
      entry(`Answer: ${responses[answer.response].toLowerCase()}`, answer, [
        ...fact(answer.response === 'not-accepted' ? 'Why' : 'Action', answer.action),
        ...fact('By', answer.byWhen && dayText(answer.byWhen)),
      ]),
    ),
    ...(closure === null ? [] : [entry('Closed', closure, fact('Why', closure.words))]),
  ]
}
