import { drawnFields, type Field } from '../../web/field.ts'
import { formView } from '../../web/form-view.ts'
import type { Asked } from '../../web/page.ts'

/** One form of a page: where it goes, what it asks, and what it says of itself. */
export type AskedForm = {
  readonly action: string
  /** Keeps ids apart where a page has several forms. */
  readonly prefix: string
  readonly title: string | null
  readonly button: string
  readonly fields: readonly Field[]
  readonly hidden: Readonly<Record<string, string>>
}

/** The form as the template draws it, with what was typed and what is wrong with it. */
export function askedForm(asked: Pick<Asked, 'visit' | 'typed'>, given: AskedForm) {
  const { action, prefix, title, button, fields, hidden } = given
  const first: Record<string, string> = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
  const values: Record<string, string> = { ...hidden, ...first, sure: '' }
  const form = formView(asked, action, values, { prefix })
  return {
    form,
    title,
    button,
    hidden: Object.keys(hidden).map((name) => ({ name, value: hidden[name] ?? '' })),
    /** It was asked about, and may be kept when somebody says that it is right. */
    doubt: form.errors.sure ?? null,
    sureId: `${prefix}sure`,
    fields: drawnFields(fields, form, prefix),
  }
}
