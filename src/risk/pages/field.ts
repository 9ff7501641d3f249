import { unitText } from '../../domain/access/unit.ts'
import { impactCriteria, likelihoodCriteria } from '../../domain/risk/criteria.ts'
import type { NamedUnit } from '../../people/queries.ts'

type Item = { readonly value: string; readonly text: string; readonly hint?: { readonly text: string } }

/** One question of a form, with what stands in it at first. */
export type Field = {
  readonly kind: 'text' | 'words' | 'choice' | 'list'
  readonly name: string
  readonly label: string
  readonly hint: string | null
  readonly value: string
  readonly items: readonly Item[]
  /** For a number, a code or a day. */
  readonly isShort: boolean
}

type Options = Partial<Pick<Field, 'hint' | 'items' | 'value'>>
const field =
  (kind: Field['kind'], isShort = false) =>
  (name: string, label: string, { hint = null, items = [], value = '' }: Options = {}): Field => ({
    kind,
    name,
    label,
    hint,
    value,
    items,
    isShort,
  })

export const textField = field('text')
export const shortField = field('text', true)
export const wordsField = field('words')
export const choiceField = field('choice')
export const listField = field('list')

export const dayField = (name: string, label: string, value = ''): Field =>
  shortField(name, label, { value, hint: 'For example, 31 8 2024' })

export const ownerHint = 'A role or post, never a name'

/** The two questions of a score, each step with what it means. */
export const scoreFields = (): readonly Field[] => [
  choiceField('likelihood', 'How likely is it?', { items: steps(likelihoodCriteria) }),
  choiceField('impact', 'How bad would it be?', { items: steps(impactCriteria) }),
]

const steps = (criteria: typeof likelihoodCriteria): Item[] =>
  criteria.map(({ step, word, says }) => ({
    value: String(step),
    text: `${step} ${word}`,
    hint: { text: says },
  }))

export const unitField = (units: readonly NamedUnit[], value: string): Field =>
  listField('unit', 'Which unit does it belong to?', {
    value,
    items: [
      { value: '', text: 'Not stated' },
      ...units
        .filter(({ closed }) => !closed)
        .map(({ unit, name }) => ({ value: unitText(unit), text: name })),
    ],
  })
