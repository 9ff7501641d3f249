/** Numbers that programs write and JSON does not know. */
const STRANGERS = /^(?:-?Infinity|-?inf|NaN|nan|undefined|None|NA)\b/

/** Why a line is not JSON, in words a person can act on: the usual slips by name, the rest as the parser tells it. */
export function notJsonReason(text: string, error: unknown): string {
  if (text.trim() === '') return 'it is empty; give one JSON object a line'
  const stranger = strangerIn(text)
  if (stranger !== null)
    return `it is not JSON: ${stranger} is not a JSON value; write null for a missing one`
  if (/^\s*\{/.test(text) && !/\}\s*$/.test(text)) return 'it is not JSON: it ends before its last brace'
  const told = error instanceof Error ? error.message : String(error)
  const at = /position (\d+)/.exec(told)?.[1]
  return `it is not JSON${at === undefined ? '' : `: it goes wrong at character ${Number(at) + 1}`}`
}

/** The first such word outside quotation marks. */
function strangerIn(text: string): string | null {
  let quoted = false
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i]
    if (letter === '\\' && quoted) i += 1
    else if (letter === '"') quoted = !quoted
    else if (!quoted && letter !== undefined && '-IiNu'.includes(letter)) {
      const found = STRANGERS.exec(text.slice(i, i + 12))
      if (found) return found[0]
    }
  }
  return null
}
