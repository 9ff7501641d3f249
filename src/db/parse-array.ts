export type Parser = (text: string) => unknown

/** Reads PostgreSQL's text form of an array, such as `{1,NULL,"a \"b\""}`, nested to any depth. */
export function parseArray(text: string, parseElement: Parser): unknown[] {
  // An array with its own bounds is written '[2:3]={1,2}'; only the part after '=' holds elements.
  const start = text.startsWith('[') ? text.indexOf('=') + 1 : 0
  return readArray(text, start, parseElement).items
}

function readArray(text: string, start: number, parseElement: Parser): { items: unknown[]; end: number } {
  const items: unknown[] = []
  let at = start + 1
  while (text[at] !== '}') {
    if (at >= text.length) throw new SyntaxError('An array from PostgreSQL has no end.')
    if (text[at] === ',') at += 1
    if (text[at] === '{') {
      const inner = readArray(text, at, parseElement)
      items.push(inner.items)
      at = inner.end
    } else if (text[at] === '"') {
      const quoted = readQuoted(text, at)
      items.push(parseElement(quoted.value))
      at = quoted.end
    } else {
      const from = at
      while (at < text.length && text[at] !== ',' && text[at] !== '}') at += 1
      const word = text.slice(from, at)
      items.push(word === 'NULL' ? null : parseElement(word))
    }
  }
  return { items, end: at + 1 }
}

function readQuoted(text: string, start: number): { value: string; end: number } {
  let value = ''
  let at = start + 1
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\') at += 1
    value += text[at]
    at += 1
  }
  return { value, end: at + 1 }
}
