import type { FastifyInstance, FastifyRequest } from 'fastify'
import { auditPages } from './audit/pages/index.ts'
import type { Db } from './db/database.ts'
import type { Actor } from './domain/access/roles.ts'
import { financePages } from './finance/pages/index.ts'
import { measurePages } from './measures/pages/index.ts'
import type { Authority } from './organisation/authority.ts'
import { reportingQuarters } from './organisation/queries.ts'
import { planningPages } from './planning/pages/index.ts'
import { reportPages } from './reports/pages/index.ts'
import type { Route } from './web/page.ts'
import { createServer } from './web/server.ts'

/** Every page of the product, feature by feature. */
export const pages: readonly Route[] = [
  ...reportPages,
  ...planningPages,
  ...measurePages,
  ...financePages,
  ...auditPages,
]

export type AppOptions = {
  readonly database: Db
  readonly authority: Authority
  /** Who is asking. Signing in is still to come: until then everybody on this address reads as a councillor. */
  readonly actorFor?: (request: FastifyRequest) => Actor
  readonly production: boolean
}

const openGovernmentLicence = {
  text: 'Open Government Licence v3.0',
  href: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
}

export function createApp({ database, authority, actorFor, production }: AppOptions): FastifyInstance {
  const reader: Actor = { authorityId: authority.id, role: 'councillor', name: 'reader' }
  return createServer({
    database,
    pages,
    actorFor: actorFor ?? (() => reader),
    brand: {
      councilName: authority.name,
      productName: 'Golden Thread',
      colour: authority.brandColour,
      licence: openGovernmentLicence,
      attributions: [
        'Contains public sector information from the Department for Education, the Office for National Statistics, the Ministry of Housing, Communities and Local Government, the Office for Health Improvement and Disparities, the UK Health Security Agency, Defra and others named beside each figure.',
        'Plans, measures and money are taken from papers the council has published. This is a demonstration, not the council’s own website.',
      ],
      footerLinks: [
        { text: 'How figures are judged', href: '/about/methods' },
        { text: 'Accessibility', href: '/about/accessibility' },
        { text: 'Event trail', href: '/audit', action: 'audit.view' },
      ],
    },
    noticeFor: async (db) => {
      const [latest] = await reportingQuarters(db)
      return latest === undefined ? 'No quarter has been opened for reporting yet.' : null
    },
    strictViews: !production,
  })
}
