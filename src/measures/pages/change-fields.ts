import { textField, wordsField } from '../../web/field.ts'
import type { Problem } from '../../web/form.ts'

export const reasonField = wordsField('reason', 'Why', {
  hint: 'Kept with the change, and printed when it is a restatement',
})

export const agreedField = textField('agreedBy', 'Who agreed to it, where and when', {
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
