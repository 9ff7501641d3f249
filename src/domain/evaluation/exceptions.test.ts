import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { exceptionRules } from './exceptions.ts'

test('every rule stands in the methods with its weight', () => {
  const methods = readFileSync(new URL('../../../docs/METHODS.md', import.meta.url), 'utf8')
  for (const [group, rules] of Object.entries(exceptionRules)) {
    const line = methods.split('\n').find((each) => each.startsWith(`| ${group} |`))
    assert.ok(line, group)
    for (const [name, rule] of Object.entries(rules)) {
      const weights = 'carefulWeight' in rule ? `${rule.weight}, ${rule.carefulWeight}` : `${rule.weight}`
      assert.ok(line.includes(`(${weights})`), `${name} (${weights})`)
    }
  }
})
