import type { Suggestion } from '../access/refusals.ts'
import { sections } from './navigation.ts'

const mostSuggestions = 3

/** Pages that may have been meant: the nearest existing ancestors, and addresses a slip or two of the keyboard away. */
export function nearestAddresses(path: string, addresses: readonly string[]): readonly Suggestion[] {
  const fixed = addresses.filter((address) => !address.includes(':') && address !== path)
  const near = fixed
    .map((address) => ({ address, distance: distanceTo(path, address) }))
    .filter(({ address, distance }) => distance <= Math.max(1, Math.floor(address.length / 4)))
    .sort((one, other) => one.distance - other.distance)
    .map(({ address }) => address)
  const above = fixed.filter((address) => address !== '/' && path.startsWith(`${address}/`)).reverse()
  const found = [...new Set([...near, ...above, '/'])].slice(0, mostSuggestions)
  return found.map((address) => ({
    text: sections.find(({ href }) => href === address)?.text ?? address,
    href: address,
  }))
}

/** Compared part by part as well, so that /measure/recycling finds /measures. */
function distanceTo(path: string, address: string): number {
  const firstPart = `/${path.split('/')[1] ?? ''}`
  return Math.min(
    editDistance(path, address),
    editDistance(firstPart, address) + (firstPart === path ? 0 : 1),
  )
}

/** Levenshtein's distance: how many letters to change, add or take away. */
export function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...one].entries()) {
    const current = [row + 1]
    for (const [column, match] of [...other].entries()) {
      const replaced = (previous[column] ?? 0) + (letter === match ? 0 : 1)
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous.at(-1) ?? 0
}
