import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { type Brand, brandCss } from './brand.ts'

const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' }

type Asset = {
  readonly type: string
  readonly etag: string
  readonly address: string
  readonly body: (encoding: Encoding) => Promise<Buffer>
}

type Encoding = 'identity' | 'gzip' | 'br'
const compress = {
  identity: async (plain: Buffer) => plain,
  gzip: promisify(gzip) as (plain: Buffer) => Promise<Buffer>,
  br: promisify(brotliCompress) as (plain: Buffer) => Promise<Buffer>,
} as const satisfies Record<Encoding, (plain: Buffer) => Promise<Buffer>>

export type Assets = {
  /** With the content's hash in it, so that it may be kept for a year. */
  readonly address: (name: string) => string
  readonly find: (address: string) => Asset | undefined
}

/**
 * Every stylesheet and script, read at the start and compressed when it is first asked for. They are few and small, and a
 * fixed table of names cannot be walked out of.
 */
export function loadAssets(brand: Brand): Assets {
  const govuk = asset('govuk-frontend.js', fromPackage('govuk-frontend/dist/govuk/govuk-frontend.min.js'))
  const start = ours('start.js').replace('./govuk-frontend.js', govuk.address)
  const all = {
    'golden-thread.css': asset('golden-thread.css', ours('golden-thread.css')),
    'brand.css': asset('brand.css', brandCss(brand)),
    'icon.svg': asset('icon.svg', ours('icon.svg').replaceAll('#12436d', brand.colour)),
    'supported.js': asset('supported.js', ours('supported.js')),
    'start.js': asset('start.js', start),
    'govuk-frontend.js': govuk,
  }
  const byAddress = new Map<string, Asset>()
  for (const [name, one] of Object.entries(all)) byAddress.set(one.address, one).set(`/assets/${name}`, one)
  return {
    address: (name) => {
      const known = byAddress.get(`/assets/${name}`)
      if (known === undefined) throw new Error(`There is no asset called '${name}'.`)
      return known.address
    },
    find: (address) => byAddress.get(address),
  }
}

export function serveAssets(server: FastifyInstance, assets: Assets): void {
  server.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const address = `/assets/${request.params.name}`
    const found = assets.find(address)
    if (found === undefined) return reply.callNotFound()
    reply.header('etag', found.etag).header('vary', 'accept-encoding')
    reply.header(
      'cache-control',
      address === found.address ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    )
    if (request.headers['if-none-match'] === found.etag) return reply.code(304).send()
    const encoding = acceptedEncoding(request.headers['accept-encoding'])
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    return reply.type(found.type).send(await found.body(encoding))
  })
}

function asset(name: string, text: string): Asset {
  const identity = Buffer.from(text)
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 12)
  const dot = name.lastIndexOf('.')
  const made = new Map<Encoding, Promise<Buffer>>()
  return {
    type: types[name.slice(dot + 1) as keyof typeof types],
    etag: `"${hash}"`,
    address: `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`,
    body: (encoding) => {
      const known = made.get(encoding) ?? compress[encoding](identity)
      made.set(encoding, known)
      return known
    },
  }
}

function acceptedEncoding(header: string | undefined): Encoding {
  const accepted = (header ?? '').split(',').map((part) => part.trim().split(';')[0])
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity'
}

function ours(name: string): string {
  return readFileSync(new URL(`../../assets/${name}`, import.meta.url), 'utf8')
}

function fromPackage(path: string): string {
  // A source map is a development tool; without it the comment would only cause a 404.
  return readFileSync(fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url)), 'utf8').replace(
    /\n?\/\/# sourceMappingURL=.*\s*$/,
    '\n',
  )
}
