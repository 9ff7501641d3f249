import type { Route } from '../../web/page.ts'
import { planPage, plansPage } from './plans.ts'

export const planningPages: readonly Route[] = [plansPage, planPage]
