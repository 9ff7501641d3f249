/** Whoever did something: their account, or the name of the post where there is none. */
export type Person = { readonly accountId: number | null; readonly name: string }

/** An account is itself; without one, two who go by the same name are taken for one. */
export const samePerson = (a: Person, b: Person): boolean =>
  a.accountId === null && b.accountId === null ? a.name === b.name : a.accountId === b.accountId
