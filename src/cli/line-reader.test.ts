import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lineReader } from './line-reader.ts'

const linesOf = (chunks: readonly string[], longest: number) => {
  const reader = lineReader(longest)
  const lines = chunks.flatMap((chunk) => [...reader.push(Buffer.from(chunk))])
  const last = reader.end()
  return [...lines, ...(last ? [last] : [])].map(({ bytes, tooLong }) => ({
    text: bytes.toString(),
    tooLong,
  }))
}

test('however the bytes are cut into chunks, the lines are the same', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'é'), maxLength: 12 })
  fc.assert(
    fc.property(fc.array(piece), (chunks) => {
      const text = chunks.join('')
      const expected = text.split('\n')
      if (expected.at(-1) === '') expected.pop()
      assert.deepEqual(
        linesOf(chunks, 1000).map((line) => line.text),
        expected,
      )
    }),
  )
})

test('a line that is too long gives its beginning, and the next one is whole', () => {
  const lines = linesOf(['{"id":1,', 'x'.repeat(50), 'y'.repeat(50), '\nshort\n', 'z'.repeat(21)], 20)
  assert.deepEqual(
    lines.map(({ tooLong }) => tooLong),
    [true, false, true],
  )
  assert.ok(lines[0]?.text.startsWith('{"id":1,xxx'))
  assert.equal(lines[1]?.text, 'short')
})

test('what is held of a line that is too long is little', () => {
  const reader = lineReader(10_000)
  for (let i = 0; i < 1000; i += 1) [...reader.push(Buffer.alloc(5000, 120))]
  assert.equal(reader.end()?.bytes.length, 4096)
})
