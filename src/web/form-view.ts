import { newSecret } from '../access/secret.ts'
import type { Asked } from './page.ts'
import { tokenOf } from './visit.ts'

export type FormView<Field extends string> = {
  readonly action: string
  readonly token: string
  readonly once: string
  readonly values: Readonly<Record<Field, string>>
  /** Beside the field; null when there is nothing wrong with it. */
  readonly errors: Readonly<Record<Field, { readonly text: string } | null>>
  /** Above the page, each a link to its field. */
  readonly summary: readonly { readonly text: string; readonly href: string }[]
}

/**
 * A form as a template draws it. `fields` are its fields with what stands in them at first; what was typed takes its
 * place when the form is shown again. A password is no such field: it is typed anew. `prefix` keeps ids apart where a
 * page has several forms.
 */
export function formView<Field extends string>(
  { visit, typed }: Pick<Asked, 'visit' | 'typed'>,
  action: string,
  fields: Readonly<Record<Field, string>>,
  options: { readonly secret?: readonly NoInfer<Field>[]; readonly prefix?: string } = {},
): FormView<Field> {
  const again = typed.path === action
  const { secret = [], prefix = '' } = options
  const names = Object.keys(fields) as Field[]
  const problems = again ? typed.problems : []
  return {
    action,
    token: tokenOf(visit),
    once: newSecret(),
    values: record(names, (name) =>
      again && !secret.includes(name) ? (typed.body.get(name) ?? '') : fields[name],
    ),
    errors: record(names, (name) => {
      const problem = problems.find(({ field }) => field === name)
      return problem === undefined ? null : { text: problem.text }
    }),
    summary: problems.map(({ field, text }) => ({ text, href: `#${prefix}${field}` })),
  }
}

const record = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>
