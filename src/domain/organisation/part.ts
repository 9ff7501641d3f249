import { parseUnit, type Unit, type UnitKind, unitKinds, wholeCouncil } from '../access/unit.ts'

/** Everything the council is made of: its units, and the posts in them, over which nothing is held. */
export const partKinds = { ...unitKinds, post: 'Post' } as const

export type PartKind = keyof typeof partKinds

export type Part = { readonly kind: PartKind; readonly code: string }

/**
 * What may stand directly above what. A directorate and a portfolio are the council's own and are never placed; a
 * portfolio is a second line beside the officers' one.
 */
export const fittingParents = {
  council: [],
  directorate: [],
  portfolio: [],
  service: ['directorate', 'council', 'portfolio'],
  team: ['service', 'team', 'directorate', 'council', 'portfolio'],
  post: ['team', 'service', 'directorate', 'council'],
} as const satisfies Record<PartKind, readonly UnitKind[]>

/** `service:parks`; the council is `council`. */
export const partText = ({ kind, code }: Part): string => (kind === 'council' ? kind : `${kind}:${code}`)

export function parsePart(text: string): Part | null {
  const [, code = ''] = /^post:(\S+)$/.exec(text) ?? []
  return code === '' ? parseUnit(text) : { kind: 'post', code }
}

export const samePart = (a: Part, b: Part): boolean => a.kind === b.kind && a.code === b.code

/** A part over which roles can be held; null for a post. */
export const unitOf = ({ kind, code }: Part): Unit | null =>
  kind === 'post' ? null : kind === 'council' ? wholeCouncil : { kind, code }
