import type { Route } from '../../../web/page.ts'
import { latestRevenuePage, revenuePage } from './revenue.ts'

export const revenuePages: readonly Route[] = [latestRevenuePage, revenuePage]
