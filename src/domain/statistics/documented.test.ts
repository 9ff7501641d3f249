import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const here = new URL('./', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, here), 'utf8')
const sources = readdirSync(here).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

test('every deviation a function names has its entry in DEVIATIONS.md', () => {
  const entries = read('../../../docs/DEVIATIONS.md')
  const named = sources.flatMap((name) => {
    const comments = read(name).match(/\/\*\*[\s\S]*?\*\//g) ?? []
    return comments
      .filter((comment) => /Deviations?\b/.test(comment))
      .flatMap((comment) => [
        ...comment.slice(comment.search(/Deviations?\b/)).matchAll(/`([a-z]+(?:-[a-z]+)*)`[:,]/g),
      ])
      .map((match) => match[1])
  })
  assert.ok(named.length >= 9)
  for (const name of named) assert.ok(entries.includes(`### ${name}\n`), `${name} has no entry`)
})

test('every file METHODS.md names exists, and the constants it prints are those in the code', () => {
  const methods = read('../../../docs/METHODS.md')
  for (const [, name] of methods.matchAll(/`([a-z-]+\.ts)`/g))
    assert.ok(sources.includes(name ?? ''), `${name} does not exist`)
  for (const constant of [
    'LIMIT_FACTOR = 2.66',
    'SCREEN_FACTOR = 3.267',
    'FUNNEL_Z = 3.0902',
    'BYAR_FROM = 10',
  ]) {
    assert.ok(
      sources.some((name) => read(name).includes(`export const ${constant}\n`)),
      constant,
    )
    assert.ok(methods.includes(`\`${constant.split(' = ')[1]}\``), constant)
  }
})
