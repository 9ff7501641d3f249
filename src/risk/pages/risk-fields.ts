import { unitText } from '../../domain/access/unit.ts'
import { impactCriteria, likelihoodCriteria } from '../../domain/risk/criteria.ts'
import type { NamedUnit } from '../../people/queries.ts'
import { choiceField, type Field, listField, shortField } from '../../web/field.ts'

export const dayField = (name: string, label: string, value = ''): Field =>
  shortField(name, label, { value, hint: 'For example, 31 8 2024' })

export const ownerHint = 'A role or post, never a name'

/** The two questions of a score, each step with what it means. */
export const scoreFields = (): readonly Field[] => [
  choiceField('likelihood', 'How likely is it?', { items: steps(likelihoodCriteria) }),
  choiceField('impact', 'How bad would it be?', { items: steps(impactCriteria) }),
]

const steps = (criteria: typeof likelihoodCriteria): Field['items'] =>
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
