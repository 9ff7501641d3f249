import type { FrameworkInput } from '../../calendar/framework-commands.ts'
import { shipped, sourceOf } from '../csv.ts'

/** The framework that Cabinet was asked to note in July 2024. When it was adopted, and what changed in it, is not said. */
export function framework(): FrameworkInput {
  const text = (file: string, says: (row: Readonly<Record<string, string>>) => string | null) =>
    shipped(`sefton/${file}`)
      .map(says)
      .filter((line) => line !== null)
      .join('\n')
  const [first = {}] = shipped('sefton/framework_aims.csv')
  return {
    follows: 0,
    title: 'Service Planning and Performance Management Framework',
    adoptedOn: null,
    adoptedBy: null,
    effectiveFrom: null,
    reviewDue: null,
    whatChanged:
      'The updated framework, which Cabinet was asked to note on 25 July 2024. The papers do not say what changed in it, nor when it was adopted.',
    aims: text('framework_aims.csv', ({ kind, text_paraphrased: says }) =>
      kind === 'framework aim' ? (says ?? null) : null,
    ),
    tiers: text('reporting_levels.csv', ({ kind, tier, forum, frequency }) =>
      kind === 'golden thread tier' ? `${tier}: ${forum}, ${frequency}` : null,
    ),
    rules: text('cycle_rules.csv', ({ rule_paraphrased: says }) => says ?? null),
    source: sourceOf(first),
  }
}
