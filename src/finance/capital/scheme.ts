import { NotFound } from '../../access/refusals.ts'
import type { CapitalScheme } from '../../domain/finance/capital.ts'
import { firstYear } from './programme-words.ts'
import type { CapitalView } from './queries.ts'

/** A scheme of a programme that this reader may see. @throws NotFound, in the same words whether or not there is one. */
export function schemeOf(view: CapitalView, code: string): CapitalScheme {
  const scheme = schemesOf(view).find((each) => each.code === code)
  if (scheme) return scheme
  throw new NotFound('There is no such scheme in this programme.', [
    { text: 'Every scheme', href: `/finance/capital/${firstYear(view)}/schemes` },
  ])
}

export const schemesOf = ({ capital }: CapitalView): CapitalScheme[] =>
  capital.services.flatMap((service) => service.schemes)
