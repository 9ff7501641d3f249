import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { compileStyles, stylesheet } from '../../script/compile-styles.ts'
import { brandCss } from './brand.ts'
import { sampleBrand, sampleServer } from './testing/sample-server.ts'

const server = await sampleServer()
const page = await server.inject('/')
const [styles = ''] = page.body.match(/\/assets\/golden-thread\.\w+\.css/) ?? []

test('the committed stylesheet is what its sources compile to', () => {
  assert.equal(readFileSync(stylesheet, 'utf8') === compileStyles(), true, 'run script/assets and commit it')
})

test('the stylesheet uses neither the typeface nor the crown of GOV.UK', () => {
  assert.doesNotMatch(readFileSync(stylesheet, 'utf8'), /GDS Transport|@font-face|crown/)
})

test('a page asks for its assets by their content, so that they may be kept for a year', async () => {
  const { statusCode, headers } = await server.inject(styles)
  assert.equal(statusCode, 200)
  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
  const again = await server.inject({ url: styles, headers: { 'if-none-match': String(headers.etag) } })
  assert.equal(again.statusCode, 304)
})

test('an asset is sent compressed to those who accept it', async () => {
  const { rawPayload, headers } = await server.inject({
    url: styles,
    headers: { 'accept-encoding': 'gzip, br' },
  })
  assert.equal(headers['content-encoding'], 'br')
  assert.equal(brotliDecompressSync(rawPayload).toString(), readFileSync(stylesheet, 'utf8'))
})

test('an address that is no asset is not found, whatever it spells', async () => {
  for (const name of ['nothing.css', '..%2fpackage.json', 'golden-thread.000000000000.css']) {
    assert.equal((await server.inject(`/assets/${name}`)).statusCode, 404)
  }
})

test('the start script asks for the library by its content too', async () => {
  const [start = ''] = page.body.match(/\/assets\/start\.\w+\.js/) ?? []
  const { body } = await server.inject(start)
  const [library = ''] = body.match(/\/assets\/govuk-frontend\.\w+\.js/) ?? []
  assert.equal((await server.inject(library)).statusCode, 200)
})

test("the council's colour is checked before it is used", () => {
  assert.match(brandCss(sampleBrand), /--gt-accent:#12436d/)
  assert.throws(() => brandCss({ ...sampleBrand, colour: '#ffdd00' }), /White text cannot be read/)
  assert.throws(() => brandCss({ ...sampleBrand, colour: 'red;}' }), /must be #rrggbb/)
})
