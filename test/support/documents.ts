import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Document = { readonly name: string; readonly text: string }

/** A document of the repository, by its path. */
export const documentNamed = (name: string): Document => ({
  name,
  text: readFileSync(path.join(root, name), 'utf8'),
})

/** Every Markdown file that we write. */
export const documents = (): Document[] =>
  globSync(['*.md', '{docs,data,src,test,bench,script}/**/*.md'], { cwd: root }).sort().map(documentNamed)

/** Those of `parts` that the document does not hold, word for word. */
export const missingFrom = ({ text }: Document, parts: Iterable<string>): string[] =>
  [...parts].filter((part) => !text.includes(part))

/** A line of a Markdown table. */
export const tableRow = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** What GitHub makes of a heading for its address. */
export const headingAddress = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

/** Links of a document within the repository that lead nowhere: no such file, or no such heading in it. */
export function deadLinks({ name, text }: Document): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  return targets.filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(name, target))
}

function leadsSomewhere(from: string, target: string): boolean {
  const [file = '', address] = target.split('#')
  const to = file === '' ? from : path.join(path.dirname(from), file)
  if (!existsSync(path.join(root, to))) return false
  if (address === undefined) return true
  const headings = documentNamed(to).text.matchAll(/^#{1,6} (.+)$/gm)
  return [...headings].some(([, heading = '']) => headingAddress(heading) === address)
}
