/** What a role is held over. A directorate's holder answers for its services too: whoever asks names the whole chain. */
export const unitKinds = {
  council: 'Whole council',
  directorate: 'Directorate',
  service: 'Service',
  portfolio: 'Portfolio',
  team: 'Team',
} as const

export type UnitKind = keyof typeof unitKinds

/** `code` is that of the register; empty for the whole council. */
export type Unit = { readonly kind: UnitKind; readonly code: string }

export const wholeCouncil: Unit = { kind: 'council', code: '' }

export const sameUnit = (a: Unit, b: Unit): boolean => a.kind === b.kind && a.code === b.code

/** Whether a role over `held` reaches a thing of these units: its own, and those above it. */
export const reaches = (held: Unit, units: readonly Unit[]): boolean =>
  held.kind === 'council' || units.some((unit) => sameUnit(held, unit))

/** `council`, `service:adult-social-care`: how a unit is written in an address, a form and on the command line. */
export const unitText = ({ kind, code }: Unit): string => (kind === 'council' ? kind : `${kind}:${code}`)

/** Null when it is not a unit's text. Whether there is such a unit is for the register to say. */
export function parseUnit(text: string): Unit | null {
  if (text === 'council') return wholeCouncil
  const [, kind = '', code = ''] = /^(directorate|service|portfolio|team):(\S+)$/.exec(text) ?? []
  return kind === '' ? null : { kind: kind as UnitKind, code }
}
