import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { Forbidden } from '#src/access/refusals.ts'
import type { Db } from '#src/db/database.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { sefton } from '#src/demo/sefton/load.ts'
import { type Action, actions, can } from '#src/domain/access/can.ts'
import { type Actor, type Role, roles } from '#src/domain/access/roles.ts'
import { seftonActor, seftonDatabase } from './support/sefton.ts'
import { importsOf, sourceFiles, textOf } from './support/source-files.ts'

type CommandFunction = (db: Db, actor: Actor, input: unknown) => Promise<unknown>

const { db } = await seftonDatabase({ after })
const commands = (await Promise.all(sourceFiles().filter(isCommandFile).map(commandsOf))).flat()

function isCommandFile(file: string): boolean {
  return importsOf(file).some(({ of, typeOnly }) => of === 'src/access/command.ts' && !typeOnly)
}

/** The commands a file exports, with the action each asks permission for. */
async function commandsOf(file: string): Promise<{ name: string; action: Action; run: CommandFunction }[]> {
  const module: Record<string, unknown> = await import(`../${file}`)
  const declared = /^export const (\w+)(?:(?!\nexport)[\s\S])*?=>\s*command\(\s*db,\s*actor,\s*'([^']+)'/gm
  return [...textOf(file).matchAll(declared)].map(([, name = '', action = '']) => ({
    name,
    action: action as Action,
    run: module[name] as CommandFunction,
  }))
}

test('every command is found, each under an action of the table', () => {
  assert.ok(commands.length >= 12, `${commands.length} commands`)
  for (const { name, action, run } of commands) {
    assert.equal(typeof run, 'function', name)
    assert.ok(Object.hasOwn(actions, action), `${name} asks for ${action}`)
  }
  const files = sourceFiles().filter(isCommandFile)
  const calls = files.flatMap((file) => textOf(file).match(/=>\s*command\(/g) ?? [])
  assert.equal(calls.length, commands.length, 'some commands were written in a way this test does not find')
})

test('a role without permission is refused by every command, with who may, before anything is read', async () => {
  for (const { name, action, run } of commands) {
    for (const role of Object.keys(roles) as Role[]) {
      const decision = can(seftonActor(role), action)
      if (decision.allowed) continue
      await assert.rejects(
        // With nothing in it, so that a command that looked at it first would fail in another way.
        run(db, seftonActor(role), {}),
        (error) => error instanceof Forbidden && error.message === decision.reason,
        `${name} as ${role}`,
      )
    }
  }
})

test('what was refused has left no trace', async () => {
  const { rows } = await inAuthority(db, sefton.id, (db) =>
    sql<{ n: number }>`select count(*)::int as n from event where actor_name like 'test %'`.execute(db),
  )
  assert.deepEqual(rows, [{ n: 0 }])
})

test('a reason says in words who may not do what, and who may', () => {
  const decision = can(seftonActor('frontline'), 'measure.record-values')
  assert.deepEqual(decision, {
    allowed: false,
    reason:
      'Frontline staff may not record figures. This is done by: Performance and Business Intelligence, System operator.',
  })
})

test('every action is used by a page or a command, so that the table promises nothing that is not there', () => {
  const text = sourceFiles()
    .filter((file) => file !== 'src/domain/access/can.ts')
    .map(textOf)
    .join('\n')
  const unused = Object.keys(actions).filter((action) => !text.includes(`'${action}'`))
  assert.deepEqual(unused, [])
})
