import type { FastifyInstance, FastifyRequest } from 'fastify'
import { assuranceDeeds, assurancePages } from './assurance/pages/index.ts'
import { auditPages } from './audit/pages/index.ts'
import { frameworkNotice } from './calendar/framework-versions.ts'
import { calendarDeeds, calendarPages } from './calendar/pages/index.ts'
import type { DatedSource } from './calendar/sources.ts'
import { cycleDeadlines } from './cycle/cycle-deadlines.ts'
import { cycleDeeds, cyclePages } from './cycle/pages/index.ts'
import { workbookDeeds, workbookPages } from './cycle/workbook/pages/index.ts'
import type { Db } from './db/database.ts'
import type { Actor } from './domain/access/roles.ts'
import { capitalDeeds, capitalPages } from './finance/capital/pages/index.ts'
import { collectionFundDeeds, collectionFundPages } from './finance/collection-fund/pages/index.ts'
import { driverDeeds, driverPages } from './finance/drivers/pages/index.ts'
import { financeImportDeeds, financeImportPages } from './finance/import/pages/index.ts'
import { mediumTermDeeds, mediumTermPages } from './finance/medium-term/pages/index.ts'
import { prudentialDeeds, prudentialPages } from './finance/prudential/pages/index.ts'
import { revenueDeeds, revenuePages } from './finance/revenue/pages/index.ts'
import { highNeedsDueDates } from './high-needs/due-dates.ts'
import { highNeedsDeeds, highNeedsPages } from './high-needs/pages/index.ts'
import { measureEndpoints } from './measures/api/endpoints.ts'
import { measureDeeds, measurePages } from './measures/pages/index.ts'
import { messageDeeds, messagePages } from './messages/pages/index.ts'
import type { Authority } from './organisation/authority.ts'
import { organisationDeeds, organisationPages } from './organisation/pages/index.ts'
import { reportingQuarters } from './organisation/queries.ts'
import { peopleDeeds, peoplePages } from './people/pages/index.ts'
import { planningPages } from './planning/pages/index.ts'
import { reportDeeds, reportPages } from './reports/pages/index.ts'
import { riskDeeds, riskPages } from './risk/pages/index.ts'
import { riskDates } from './risk/risk-dates.ts'
import { signalDeeds, signalPages } from './signals/pages/index.ts'
import type { Deed } from './web/form.ts'
import type { Route } from './web/page.ts'
import { createServer } from './web/server.ts'
import { plainSite, type Site } from './web/site.ts'
import { visitAs, visits } from './web/visit.ts'

/** The features that have dates of their own to show in the calendar. */
const datedSources: readonly DatedSource[] = [cycleDeadlines, highNeedsDueDates, riskDates]

/** Every page of the product, feature by feature. */
export const pages: readonly Route[] = [
  ...workbookPages,
  ...reportPages,
  ...organisationPages,
  ...planningPages,
  ...measurePages,
  ...revenuePages,
  ...capitalPages,
  ...financeImportPages,
  ...driverPages,
  ...collectionFundPages,
  ...prudentialPages,
  ...mediumTermPages,
  ...highNeedsPages,
  ...riskPages,
  ...cyclePages,
  ...calendarPages(datedSources),
  ...signalPages,
  ...auditPages,
  ...assurancePages,
  ...peoplePages,
  ...messagePages,
]

/** Everything that a form of the product does. */
export const deeds: readonly Deed[] = [
  ...capitalDeeds,
  ...workbookDeeds,
  ...calendarDeeds,
  ...assuranceDeeds,
  ...collectionFundDeeds,
  ...prudentialDeeds,
  ...mediumTermDeeds,
  ...riskDeeds,
  ...signalDeeds,
  ...measureDeeds,
  ...financeImportDeeds,
  ...highNeedsDeeds,
  ...revenueDeeds,
  ...cycleDeeds,
  ...driverDeeds,
  ...reportDeeds,
  ...organisationDeeds,
  ...peopleDeeds,
  ...messageDeeds,
]

export type AppOptions = {
  readonly database: Db
  readonly authority: Authority
  /** For tests of pages: who is to be taken as asking, instead of whoever has signed in. */
  readonly actorFor?: (request: FastifyRequest) => Actor
  readonly site?: Site
  readonly trustedProxies?: readonly string[]
  readonly production: boolean
}

const openGovernmentLicence = {
  text: 'Open Government Licence v3.0',
  href: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
}

export function createApp({
  database,
  authority,
  actorFor,
  production,
  site: given = plainSite,
  trustedProxies = [],
}: AppOptions): FastifyInstance {
  // Whatever else was said: where residents and officers use it, nobody comes in by a click.
  const site = production ? { ...given, demo: false } : given
  return createServer({
    database,
    pages,
    deeds,
    api: { endpoints: measureEndpoints, authorityId: authority.id },
    site,
    trustedProxies,
    visitFor: actorFor ? visitAs(actorFor, site) : visits({ database, authorityId: authority.id, site }),
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
        { text: 'Restatements', href: '/restatements', action: 'measure.view' },
        { text: 'How figures are judged', href: '/about/methods' },
        { text: 'What the council spends', href: '/finance/spending' },
        { text: 'Accessibility', href: '/about/accessibility' },
        { text: 'How the council is organised', href: '/organisation', action: 'organisation.view' },
        { text: 'Who may do what', href: '/about/roles' },
        { text: 'Raise an issue, a question or good news', href: '/signals/new', action: 'signal.raise' },
        { text: 'Calendar', href: '/calendar', action: 'calendar.view' },
        { text: 'Answer by spreadsheet', href: '/my/upload', action: 'cycle.answer' },
        { text: 'Import figures', href: '/import', action: 'measure.record-values' },
        { text: 'Import money', href: '/finance/import', action: 'finance.record' },
        { text: 'Keys for programs', href: '/keys', action: 'key.keep' },
        { text: 'Event trail', href: '/audit', action: 'audit.view' },
        { text: 'Messages', href: '/messages', action: 'message.view' },
      ],
    },
    announcementFor: frameworkNotice,
    noticeFor: async (db) => {
      const [latest] = await reportingQuarters(db)
      return latest === undefined ? 'No quarter has been opened for reporting yet.' : null
    },
    strictViews: !production,
  })
}
