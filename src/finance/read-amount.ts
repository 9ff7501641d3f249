import { type Pence, parseMoney } from '../domain/money.ts'
import type { Parsed } from '../domain/period.ts'

/** More than any council in England has: whoever writes it has written pounds where millions are asked for. */
const tooMany = 10_000_000_000_000n

/** Reads an amount in £m as people write it: '141', '£1,250.5m', '−0.312', '(0.312)'. */
export function readMillions(text: string): Parsed<Pence> {
  const bare = text.trim().replace(/^\((.*)\)$/, '-$1')
  const digits = bare
    .replace(/^([-−]?)£/, '$1')
    .replace(/\s*m$/i, '')
    .replaceAll(',', '')
  const parsed = parseMoney(digits, 'millions')
  if (!parsed.ok)
    return { ok: false, problem: `'${text}' is not an amount in £ million; write for example 141.25` }
  const size = parsed.value < 0n ? -parsed.value : parsed.value
  if (size >= tooMany)
    return {
      ok: false,
      problem: `'${text}' is in pounds, it seems; write £ million, so 141.25 for £141,250,000`,
    }
  return parsed
}
