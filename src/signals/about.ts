import type { Db } from '../db/database.ts'
import type { Unit } from '../domain/access/unit.ts'
import { type AboutKind, aboutKinds } from '../domain/signals/signal.ts'
import { registeredMeasures } from '../measures/queries.ts'
import { measureUnitsOn } from '../measures/units.ts'
import { planItems } from '../planning/queries.ts'

/** What something is raised about. */
export type About = { readonly kind: AboutKind; readonly code: string }
export type NamedAbout = About & { readonly title: string; readonly href: string | null }

/** `framework`, `measure:sm-01`: how it is written in an address and a form. */
export const aboutText = ({ kind, code }: About): string => (code === '' ? kind : `${kind}:${code}`)

/** Null when it is not such a text. Whether there is such a thing is for the registers to say. */
export function parseAbout(text: string): About | null {
  const [kind = '', ...rest] = text.split(':')
  const code = rest.join(':')
  if (!Object.hasOwn(aboutKinds, kind) || (kind === 'framework') !== (code === '')) return null
  return { kind: kind as AboutKind, code }
}

/** Everything that something can be raised about, in the order of the registers. */
export async function aboutChoices(db: Db): Promise<NamedAbout[]> {
  const services = await db.selectFrom('service').select(['code', 'name']).orderBy('position').execute()
  return [
    { kind: 'framework', code: '', title: aboutKinds.framework, href: null },
    ...(await registeredMeasures(db)).map(({ code, title }) => ({
      kind: 'measure' as const,
      code,
      title,
      href: `/measures/${code}`,
    })),
    ...services.map(({ code, name }) => ({ kind: 'service' as const, code, title: name, href: null })),
    ...[...(await planItems(db)).values()].map(({ code, title }) => ({
      kind: 'plan-item' as const,
      code,
      title,
      href: `/thread/${code}`,
    })),
  ]
}

/** The unit that answers for it on a day; null where none does. */
export async function unitAnswering(db: Db, { kind, code }: About, day: string): Promise<Unit | null> {
  if (kind === 'service') return { kind: 'service', code }
  if (kind !== 'measure') return null
  return (await measureUnitsOn(db, day)).get(code) ?? null
}
