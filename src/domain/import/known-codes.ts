import type { Aggregation } from '../measures/measure.ts'
import type { Unit } from '../quantity.ts'
import { nearest } from './nearest.ts'

export type KnownSeries = {
  readonly code: string
  readonly title: string
  readonly unit: Unit
  readonly aggregation: Aggregation
}
export type KnownArea = { readonly code: string; readonly name: string }

/** The series and areas that figures may be of, found by code, or by a title or name that only one of them has. */
export type KnownCodes = {
  readonly series: (text: string) => KnownSeries | null
  readonly area: (text: string) => string | null
  readonly likeSeries: (text: string) => string
  readonly likeArea: (text: string) => string
}

// Comparing an unknown code with every area costs a millisecond or two: a file of nothing but unknown ones must not cost minutes.
const mostSuggestions = 200

export function knownCodes(series: readonly KnownSeries[], areas: readonly KnownArea[]): KnownCodes {
  const seriesFound = finder(series.map((each) => ({ keys: [each.code], names: [each.title], is: each })))
  const areaFound = finder(areas.map(({ code, name }) => ({ keys: [code], names: [name], is: code })))
  const areaNames = new Map(areas.map(({ code, name }) => [name, code]))
  const suggest = suggester()
  return {
    series: seriesFound,
    area: areaFound,
    likeSeries: (text) =>
      suggest(
        text,
        series.map(({ code }) => code),
      ),
    likeArea: (text) =>
      /^[A-Z]\d{8}$/i.test(text)
        ? suggest(
            text,
            areas.map(({ code }) => code),
          )
        : suggest(text, areaNames.keys(), (name) => `${areaNames.get(name)} (${name})`),
  }
}

type Named<T> = { readonly keys: readonly string[]; readonly names: readonly string[]; readonly is: T }

export function finder<T>(things: readonly Named<T>[]): (text: string) => T | null {
  const exact = new Map(things.flatMap(({ keys, is }) => keys.map((key) => [key, is] as const)))
  const loose = new Map<string, T | null>()
  const add = (text: string, is: T) => {
    const plain = plainName(text)
    // A name that two have is nobody's.
    loose.set(plain, loose.has(plain) && loose.get(plain) !== is ? null : is)
  }
  for (const { keys, names, is } of things) for (const text of [...keys, ...names]) add(text, is)
  return (text) => exact.get(text) ?? loose.get(plainName(text)) ?? null
}

const plainName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

function suggester() {
  const told = new Map<string, string>()
  return (
    text: string,
    known: Iterable<string>,
    shown: (found: string) => string = (found) => found,
  ): string => {
    const before = told.get(text)
    if (before !== undefined) return before
    if (told.size >= mostSuggestions) return ''
    const found = nearest(text, known).map(shown)
    const says = found.length === 0 ? '' : ` Is ${found.join(' or ')} meant?`
    told.set(text, says)
    return says
  }
}
