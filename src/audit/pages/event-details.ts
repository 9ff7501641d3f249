import { canonicalJson } from '../../domain/audit/canonical-json.ts'

type Members = Readonly<Record<string, unknown>>

export type Difference = {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly changed: boolean
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What was so before and after, name by name, where an event's details say both; null where they do not. */
export function differences(details: unknown): Difference[] | null {
  if (!isMembers(details) || !('before' in details) || !('after' in details)) return null
  const before = membersOf(details.before)
  const after = membersOf(details.after)
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.map((name) => {
    const [was, is] = [valueText(before[name]), valueText(after[name])]
    return { name, before: was, after: is, changed: was !== is }
  })
}

/** The other details, each as one line. */
export function detailRows(details: unknown): { readonly name: string; readonly text: string }[] {
  if (!isMembers(details)) return [{ name: 'details', text: valueText(details) }]
  const told = differences(details) === null ? [] : ['before', 'after']
  return Object.entries(details)
    .filter(([name]) => !told.includes(name))
    .map(([name, value]) => ({ name, text: valueText(value) }))
}

// A before that is one value has no names of its own: there was nothing, or only this.
const membersOf = (value: unknown): Members =>
  isMembers(value) ? value : value === null || value === undefined ? {} : { value }

function valueText(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing'
  return typeof value === 'string' ? value : canonicalJson(value)
}
