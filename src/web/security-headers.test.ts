import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleServer } from './testing/sample-server.ts'

const server = await sampleServer()

test('every answer, also an error, forbids inline script, framing and guessing of types', async () => {
  for (const url of [
    '/',
    '/measures/x.csv',
    '/nowhere',
    '/measures/broken',
    '/healthz',
    '/assets/start.js',
  ]) {
    const { headers } = await server.inject(url)
    const policy = String(headers['content-security-policy'])
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['referrer-policy'], 'same-origin')
  }
})

test('pages are not kept where the next reader could find them', async () => {
  assert.equal((await server.inject('/')).headers['cache-control'], 'private, no-cache')
})

test('no page has a script or a style of its own', async () => {
  for (const url of ['/', '/measures/x', '/nowhere', '/measures/broken']) {
    const { body } = await server.inject(url)
    assert.doesNotMatch(body, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
  }
})
