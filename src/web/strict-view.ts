/** Names that the language or the template engine asks of any object, whether it has them or not. */
const askedOfEverything = new Set(['then', 'toJSON', 'length', 'toString', 'valueOf', 'constructor'])

const originals = new WeakMap<object, unknown>()

/**
 * A copy of a view that throws on any name it lacks, also inside `{% if %}`, because Nunjucks prints nothing for a
 * misspelt name and treats it as false. Optional things are stated as null. Copied rather than wrapped in place:
 * a proxy may not answer for a frozen object's parts.
 */
export function strictView<T>(view: T, name = 'view'): T {
  return strict(view, name, new Map()) as T
}

/** The plain value behind a strict one, for macros that ask for options which may be absent. */
export function plainView(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (originals.get(value) ?? value) : value
}

function strict(value: unknown, name: string, seen: Map<object, object>): unknown {
  if (typeof value !== 'object' || value === null) return value
  const known = seen.get(value)
  if (known !== undefined) return known
  const isList = Array.isArray(value)
  if (!isList && !isPlain(value)) return value
  const copy: Record<string, unknown> | unknown[] = isList ? [] : {}
  const proxy = new Proxy(copy, { get: (target, key, receiver) => read(target, key, receiver, name) })
  seen.set(value, proxy)
  originals.set(proxy, value)
  for (const [key, part] of Object.entries(value)) {
    Reflect.set(copy, key, strict(part, isList ? `${name}[${key}]` : `${name}.${key}`, seen))
  }
  return proxy
}

function read(target: object, key: string | symbol, receiver: unknown, name: string): unknown {
  const value: unknown = Reflect.get(target, key, receiver)
  if (value !== undefined || typeof key === 'symbol' || askedOfEverything.has(key)) return value
  if (Array.isArray(target) && /^\d+$/.test(key)) return undefined
  const has = Object.keys(target).join(', ') || 'nothing'
  throw new Error(
    Array.isArray(target)
      ? `${name} is a list and has no '${key}'.`
      : `${name} has no '${key}'. It has: ${has}. State what may be absent as null.`,
  )
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
