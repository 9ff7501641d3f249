const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  times: '×',
}

/** What a reader sees of a page that we wrote ourselves: no scripts or styles, no tags, entities read, spaces made one. */
export const htmlText = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
      if (decimal) return String.fromCodePoint(Number(decimal))
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
      return named[name] ?? whole
    })
    .replace(/\s+/g, ' ')
    .trim()

/** The addresses of this site that a page links to, without fragments. */
export const linksOf = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)]
      .map(([, href = '']) => href.replaceAll('&amp;', '&').replace(/#.*$/, ''))
      .filter((href) => href.startsWith('/') || href.startsWith('?')),
  ),
]
