import { command, type Done } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor, Role } from '../domain/access/roles.ts'
import type { Unit } from '../domain/access/unit.ts'
import { wrongWithMove } from '../domain/organisation/check-move.ts'
import { partText, samePart } from '../domain/organisation/part.ts'
import { organisationFacts } from './organisation-facts.ts'
import { addPlacement, refuseUnlessAdded, subjectOf } from './unit-rows.ts'

export type TeamInput = {
  /** As it stands in an address: see `codeOfName`. */
  readonly code: string
  readonly name: string
  readonly began: string
  /** What it belongs to from then on. */
  readonly parent: Unit
  /** How it is known: a paper, a decision. */
  readonly basis: string
}

export type PostInput = TeamInput & {
  /** The role that whoever is in the post holds; null when it holds none of its own. */
  readonly role: Role | null
}

/** Adds a team to what it belongs to. False when just that team is there already. */
export const addTeam = (db: Db, actor: Actor, team: TeamInput): Promise<boolean> =>
  command(db, actor, 'organisation.keep', (db) =>
    addPart(db, actor, 'team', team, (db, row) =>
      db
        .insertInto('team')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returning('code')
        .execute(),
    ),
  )

/** Adds a post of the structure, never a person. False when just that post is there already. */
export const addPost = (db: Db, actor: Actor, post: PostInput): Promise<boolean> =>
  command(db, actor, 'organisation.keep', (db) =>
    addPart(db, actor, 'post', post, (db, row) =>
      db
        .insertInto('post')
        .values({ ...row, role: post.role })
        .onConflict((conflict) => conflict.doNothing())
        .returning('code')
        .execute(),
    ),
  )

type PartRow = {
  readonly authority_id: number
  readonly code: string
  readonly name: string
  readonly began: string
  readonly basis: string
  readonly recorded_by: string
  readonly illustrative: boolean
}

async function addPart(
  db: Db,
  actor: Actor,
  kind: 'team' | 'post',
  { code, name, began, parent, basis }: TeamInput,
  insert: (db: Db, row: PartRow) => Promise<readonly unknown[]>,
): Promise<Done<boolean>> {
  const part = { kind, code }
  const facts = await organisationFacts(db)
  const there = facts.registers.find((each) => samePart(each.part, part))
  if (there?.name === name && there.began === began) return { result: false, event: null }
  if (there)
    throw new Conflict(`There is a ${kind} '${code}' already: ${there.name}. Give this one another name.`)
  const illustrative = actor.illustrative === true
  const known = { ...facts, registers: [...facts.registers, { part, name, began, illustrative }] }
  const wrong = wrongWithMove(known, { part, parent, from: began })
  if (wrong.length > 0) throw new Conflict(wrong.map(({ text }) => text).join(' '))
  const recorded = { authority_id: actor.authorityId, recorded_by: actor.name, illustrative }
  refuseUnlessAdded(await insert(db, { code, name, began, basis, ...recorded }))
  await addPlacement(db, actor, facts, { unit: part, parent, from: began, reason: basis })
  const details = { name, began, parent: partText(parent), basis }
  return { result: true, event: { action: `${kind}.added`, subject: subjectOf(part), details } }
}
