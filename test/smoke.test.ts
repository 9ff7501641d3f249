import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { pages } from '#src/app.ts'
import { seftonApp } from './support/app.ts'
import { crawl, reachedOtherwise, routeOf, sampleAddresses } from './support/crawl.ts'
import { shippedDataFiles, textOf } from './support/source-files.ts'

const largestPage = 300 * 1024

// The operator may see the most; the pages on which figures are agreed to are for others, who get there from the board.
const site = await seftonApp({ after })
const reached = await crawl(site, 'operator')
for (const role of ['assistant-director', 'business-intelligence'] as const)
  for (const address of (await sampleAddresses(site, role, '/cycles')).values())
    if (!reached.has(address)) reached.set(address, { ...(await site.get(address, role)), from: '/cycles' })
const htmlPages = [...reached].filter(([, { type }]) => type.startsWith('text/html'))

test('every link on every page leads somewhere', () => {
  const dead = [...reached].filter(([, { status }]) => status !== 200)
  assert.deepEqual(
    dead.map(([address, { status, from }]) => `${address} answers ${status} (linked from ${from})`),
    [],
  )
  assert.ok(reached.size > 250, `${reached.size} addresses were reached`)
})

test('every page can be reached from the home page', () => {
  const routes = new Set([...reached.keys()].map((address) => routeOf(address.replace(/\?.*/, ''))))
  assert.deepEqual(
    pages.map(({ path }) => path).filter((path) => !routes.has(path) && !reachedOtherwise.includes(path)),
    [],
  )
})

test('every page has a title, a language, one main heading and a main part', () => {
  for (const [address, { body }] of htmlPages) {
    assert.equal(body.match(/<h1\b/g)?.length, 1, `${address}: headings of the first level`)
    assert.match(body, /<title>\s*\S[^<]*<\/title>/, address)
    assert.match(body, /<html[^>]* lang="en-GB"/, address)
    assert.equal(body.match(/<main\b/g)?.length, 1, `${address}: main parts`)
  }
})

test('an identifier stands for one thing on a page, and what refers to it finds it', () => {
  const refers = /\s(?:href="#|for="|aria-labelledby="|aria-describedby="|aria-controls="|headers=")([^"]+)"/g
  for (const [address, { body }] of htmlPages) {
    const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)
    assert.deepEqual(ids, [...new Set(ids)], `${address}: identifiers used twice`)
    const named = [...body.matchAll(refers)].flatMap(([, names = '']) => names.split(' '))
    const lost = named.filter((name) => !ids.includes(name))
    assert.deepEqual(lost, [], `${address}: references to nothing`)
  }
})

test('no page shows what only a fault would print', () => {
  const faulty = /.{0,20}(?:\bNaN\b|\bundefined\b|\[object |\bInfinity\b|\{\{|\{%)/g
  // A note in the data says that a title leaves a word 'undefined': what a source says is no fault.
  const printed = shippedDataFiles().map(textOf).join('')
  for (const [address, { text, type }] of reached) {
    if (!/^(text\/|application\/json)/.test(type)) continue
    const found = (text.match(faulty) ?? []).filter((words) => !printed.includes(words))
    assert.deepEqual(found, [], address)
    // The trail's CSV has a column of JSON, where null is a value.
    if (type.startsWith('text/') && !address.startsWith('/audit/events.csv'))
      assert.doesNotMatch(text, /\bnull\b/, address)
  }
})

test('no page is larger than 300 kB', () => {
  for (const [address, { body }] of htmlPages) {
    assert.ok(Buffer.byteLength(body) <= largestPage, `${address}: ${Buffer.byteLength(body)} bytes`)
  }
})

test('a page says nothing of the machine it was made on', () => {
  for (const [address, { body }] of htmlPages) {
    assert.doesNotMatch(body, /node_modules|\/home\/|\/root\/|\/work\/|localhost|file:\/\//, address)
  }
})
