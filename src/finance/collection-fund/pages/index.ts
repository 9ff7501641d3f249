import type { Deed } from '../../../web/form.ts'
import type { Route } from '../../../web/page.ts'
import { fundPage, latestFundPage } from './collection-fund.ts'
import { recordStreamForm, recordStreamPage } from './record.ts'

export const collectionFundPages: readonly Route[] = [latestFundPage, fundPage, recordStreamPage]

export const collectionFundDeeds: readonly Deed[] = [recordStreamForm]
