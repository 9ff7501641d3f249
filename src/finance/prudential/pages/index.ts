import type { Deed } from '../../../web/form.ts'
import type { Route } from '../../../web/page.ts'
import { latestPrudentialPage, prudentialPage } from './prudential.ts'
import { recordQuarterForm, recordQuarterPage } from './record.ts'

export const prudentialPages: readonly Route[] = [latestPrudentialPage, prudentialPage, recordQuarterPage]

export const prudentialDeeds: readonly Deed[] = [recordQuarterForm]
