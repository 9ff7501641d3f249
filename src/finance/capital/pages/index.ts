import type { Route } from '../../../web/page.ts'
import { capitalPage, latestCapitalPage } from './capital.ts'

export const capitalPages: readonly Route[] = [latestCapitalPage, capitalPage]
