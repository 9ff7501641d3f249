import type { Problem } from '../../web/form.ts'

/** One question of a form, with what stands in it at first. */
export type Field = {
  readonly kind: 'text' | 'words' | 'choice' | 'list'
  readonly name: string
  readonly label: string
  readonly hint: string | null
  readonly value: string
  readonly items: readonly { readonly value: string; readonly text: string }[]
  /** For a number or a day. */
  readonly isShort: boolean
}

type Options = Partial<Pick<Field, 'hint' | 'items'>>
const field =
  (kind: Field['kind'], isShort = false) =>
  (name: string, label: string, value: string, { hint = null, items = [] }: Options = {}): Field => ({
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

export const reasonField = wordsField('reason', 'Why', '', {
  hint: 'Kept with the change, and printed when it is a restatement',
})

export const agreedField = textField('agreedBy', 'Who agreed to it, where and when', '', {
  hint: 'Needed where a locked quarter has shown it. For example, SLB, 12 November 2024',
})

/** What was typed under a name, without spaces around it; null when nothing was. */
export const typedIn = (body: URLSearchParams, name: string): string | null =>
  (body.get(name) ?? '').trim() || null

/** Collects what is wrong while a form is read. */
export const problemsIn = (): {
  readonly list: Problem[]
  readonly say: (field: string, text: string) => void
} => {
  const list: Problem[] = []
  return { list, say: (field, text) => list.push({ field, text }) }
}
