import { finder } from '../../import/known-codes.ts'
import { nearest } from '../../import/nearest.ts'

export type KnownService = { readonly code: string; readonly name: string }

/** The services money may be of, found by code or name, and what a name that is none of them may have been meant as. */
export type KnownServices = {
  readonly all: readonly KnownService[]
  readonly find: (text: string) => string | null
  readonly nameOf: (code: string) => string
  readonly like: (text: string) => string
}

const small = new Set(['and', 'of', 'the', 'services', 'service', 'council', 'total', 'for', 'in'])
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !small.has(word))

/** A name as a workbook can call a sheet: its own limits on letters and length. */
export const sheetNameOf = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

export function knownServices(all: readonly KnownService[]): KnownServices {
  const found = finder(
    all.map((each) => ({ keys: [each.code], names: [each.name, sheetNameOf(each.name)], is: each.code })),
  )
  const names = new Map(all.map(({ code, name }) => [code, name]))
  return {
    all,
    find: (text) =>
      text.trim() === '' ? null : (found(text.trim()) ?? found(text.replace(/[*_]/g, ' ').trim())),
    nameOf: (code) => names.get(code) ?? code,
    like: (text) => offered(text, all),
  }
}

/** Names a slip away; else those that share most words; else how many there are to choose from. */
function offered(text: string, all: readonly KnownService[]): string {
  const names = all.map(({ name }) => name)
  const slips = nearest(text, names)
  const wanted = new Set(wordsOf(text))
  const shared = (name: string): number => wordsOf(name).filter((word) => wanted.has(word)).length
  const most = Math.max(0, ...names.map(shared))
  const like = slips.length > 0 ? slips : most > 0 ? names.filter((name) => shared(name) === most) : []
  if (like.length > 0) return ` Is ${like.slice(0, 3).join(' or ')} meant?`
  return names.length > 0 && names.length <= 20 ? ` Known: ${names.join(', ')}.` : ''
}
