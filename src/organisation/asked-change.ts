import type { Problem } from '../web/form.ts'

/** A form that asks by its address, so that what it leads to can be looked at before anything is recorded. */
export type QuestionView<Field extends string> = {
  readonly action: string
  readonly values: Readonly<Record<Field, string>>
  readonly errors: Readonly<Record<Field, { readonly text: string } | null>>
  readonly summary: readonly { readonly text: string; readonly href: string }[]
}

export function questionView<Field extends string>(
  action: string,
  fields: readonly Field[],
  query: URLSearchParams,
  problems: readonly Problem[],
): QuestionView<Field> {
  const record = <Value>(of: (field: Field) => Value) =>
    Object.fromEntries(fields.map((field) => [field, of(field)])) as Record<Field, Value>
  return {
    action,
    values: record((field) => query.get(field) ?? ''),
    errors: record((field) => {
      const problem = problems.find((each) => each.field === field)
      return problem === undefined ? null : { text: problem.text }
    }),
    summary: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  }
}

/** Whether anything was asked yet: the page is first shown with nothing in its address. */
export const isAsked = (query: URLSearchParams, fields: readonly string[]): boolean =>
  fields.some((field) => query.has(field))
