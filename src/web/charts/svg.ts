type Attributes = Readonly<Record<string, string | number | null>>

/** Set on every drawing itself, because a drawing must also stand alone in a document. */
export const fontFamily = 'Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif'

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** One element. An attribute that is null is left out; numbers are rounded to a tenth of a unit. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  let start = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null) continue
    start += ` ${key}="${typeof value === 'number' ? tenth(value) : escapeXml(value)}"`
  }
  return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`
}

export function text(words: string, attributes: Attributes): string {
  return element('text', attributes, escapeXml(words))
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** The whole drawing: named and described for people who do not see it, as large as its place allows. */
export function drawing(
  what: {
    readonly title: string
    readonly description: string
    readonly width: number
    readonly height: number
  },
  ...content: readonly string[]
): string {
  const { title, description, width, height } = what
  const id = `chart-${shortHash(`${title}${description}${width}${content.join('')}`)}`
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${tenth(width)} ${tenth(height)}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': fontFamily,
      'font-size': 14,
      fill: '#0b0c0c',
      class: 'gt-chart',
    },
    element('title', { id: `${id}-title` }, escapeXml(title)),
    element('desc', { id: `${id}-desc` }, escapeXml(description)),
    ...content,
  )
}

/** FNV-1a, 32 bits: the same drawing always has the same ids, so a report drawn again is the same to the byte. */
export function shortHash(content: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < content.length; index++) {
    hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
