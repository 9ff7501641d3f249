import assert from 'node:assert/strict'
import { test } from 'node:test'
import { delimiterOf } from './delimiter.ts'

test('what parts most lines alike is taken, whatever the preamble says', () => {
  assert.equal(delimiterOf('a,b,c\n1,2,3'), ',')
  assert.equal(delimiterOf('Figures, as sent, by the team\na;b;c\n1,5;2;3\n2,5;3;4'), ';')
  assert.equal(delimiterOf('a\tb\n1\t2\n'), '\t')
  assert.equal(delimiterOf('"a;b;c;d",x\n"e;f;g;h",y'), ',')
  assert.equal(delimiterOf('nothing to part'), ',')
  assert.equal(delimiterOf(''), ',')
})
