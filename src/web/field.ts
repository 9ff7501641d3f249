import type { FormView } from './form-view.ts'

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

/** The fields as `gtFields` draws them, with what was typed and what is wrong with it. `prefix` is that of the form's ids. */
export const drawnFields = (fields: readonly Field[], form: FormView<string>, prefix = '') =>
  fields.map((field) => {
    const value = form.values[field.name] ?? ''
    return {
      ...field,
      id: prefix + field.name,
      value,
      error: form.errors[field.name] ?? null,
      items: field.items.map((item) => ({
        ...item,
        selected: item.value === value,
        checked: item.value === value,
      })),
    }
  })
