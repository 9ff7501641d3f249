import type { Route } from '../../web/page.ts'
import { capitalPage, latestCapitalPage } from './capital.ts'
import { latestRevenuePage, revenuePage } from './revenue.ts'

export const financePages: readonly Route[] = [latestRevenuePage, revenuePage, latestCapitalPage, capitalPage]
