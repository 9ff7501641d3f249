import { NotFound } from '../access/refusals.ts'
import type { Period } from '../domain/period.ts'
import { parseFinancialYear } from '../domain/period-text.ts'

/** A financial year as it stands in an address: '2024-25'. */
export function yearAsked(text: string): Period {
  const parsed = parseFinancialYear(text)
  if (parsed.ok) return parsed.value
  throw new NotFound(`${parsed.problem}.`)
}
