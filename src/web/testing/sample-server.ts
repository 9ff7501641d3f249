import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { testDatabase } from '#test/support/database.ts'
import type { Role } from '../../domain/access/roles.ts'
import type { Brand } from '../brand.ts'
import { createServer, type ServerOptions } from '../server.ts'
import { samplePages } from './sample-pages.ts'

export const sampleBrand: Brand = {
  councilName: 'Sampleton Council',
  productName: 'Golden Thread',
  colour: '#12436d',
  licence: { text: 'Open Government Licence v3.0', href: 'https://example.org/licence' },
  attributions: ['Contains public sector information.'],
  footerLinks: [{ text: 'Accessibility', href: '/accessibility' }],
}

/** The kit's own server over a real database, closed when the test file ends. The role is asked for by a header. */
export async function sampleServer(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const database = await testDatabase({ after })
  const server = createServer({
    database: database.db,
    pages: samplePages,
    actorFor: ({ headers }) => ({
      authorityId: 7,
      role: (headers['x-role'] ?? 'councillor') as Role,
      name: 'Councillor',
    }),
    brand: sampleBrand,
    strictViews: true,
    logger: false,
    ...options,
  })
  after(() => server.close())
  return server
}
