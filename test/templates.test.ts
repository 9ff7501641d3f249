import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { macroProblems } from './support/macro-problems.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const templates = globSync('src/**/*.njk', { cwd: root }).map((name) => ({
  name,
  text: readFileSync(`${root}/${name}`, 'utf8'),
}))
const stylesheet = readFileSync(`${root}/assets/golden-thread.css`, 'utf8')

test('there are templates to look at', () => {
  assert.ok(templates.length >= 3)
})

test('every template can be read', () => {
  for (const { name, text } of templates) {
    assert.doesNotThrow(() => nunjucks.precompileString(text, { name }), name)
  }
})

test('a GOV.UK component is given only options that it has, at every depth', () => {
  assert.deepEqual(
    templates.flatMap(({ name, text }) => macroProblems(text).map((problem) => `${name}: ${problem}`)),
    [],
  )
})

test('a misspelt option is found, also a nested one, and a component must be given a literal', () => {
  const importing = '{% from "govuk/components/input/macro.njk" import govukInput %}'
  const problems = (call: string) => macroProblems(`${importing}{{ ${call} }}`)
  assert.deepEqual(problems("govukInput({ name: 'a', label: { text: 'A', classes: 'b' } })"), [])
  assert.deepEqual(problems("govukInput({ nmae: 'a' })"), ["govukInput has no option 'nmae'"])
  assert.deepEqual(problems("govukInput({ label: { txt: 'A' } })"), ["govukInput has no option 'label.txt'"])
  assert.deepEqual(problems('govukInput(view.input)'), ['govukInput must be given its options as a literal'])
})

test('every GOV.UK component that is used has its styles in the stylesheet', () => {
  const used = templates.flatMap(({ text }) => [...text.matchAll(/govuk\/components\/([a-z-]+)\/macro/g)])
  for (const [, component = ''] of used) assert.ok(stylesheet.includes(`.govuk-${component}`), component)
})

test('every class of our own that a template uses is in the stylesheet', () => {
  const missing = templates.flatMap(({ name, text }) =>
    [...new Set(text.match(/\bgt-[a-z]+(?:-[a-z0-9]+)*(?:__[a-z-]+)?(?:--[a-z]+)?(?![\w-]*\{)/g) ?? [])]
      .filter((used) => !new RegExp(`\\.${used}(?![\\w-])`).test(stylesheet))
      .map((used) => `${name}: ${used}`),
  )
  assert.deepEqual(missing, [])
})

test('no template says that a text is safe, or carries a script or style of its own', () => {
  for (const { name, text } of templates) {
    assert.doesNotMatch(
      text,
      /\|\s*safe\b|autoescape|<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/,
      name,
    )
  }
})
