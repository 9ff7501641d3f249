import type { Deed } from '../../../web/form.ts'
import type { Route } from '../../../web/page.ts'
import { capitalPage, latestCapitalPage } from './capital.ts'
import { changeListForm, changeListPage } from './change-list.ts'
import { changesPage } from './changes.ts'
import { decideForm, estimatePage } from './estimate.ts'
import { estimatesPage } from './estimates.ts'
import { fundingPage } from './funding.ts'
import { assignForm, grantPage } from './grant.ts'
import { changeForm, newChangePage } from './new-change.ts'
import { estimateForm, newEstimatePage } from './new-estimate.ts'
import { schemePage } from './scheme.ts'
import { exemptForm, outcomeForm, outturnForm, schemeRecordPage } from './scheme-record.ts'
import { schemesPage } from './schemes.ts'
import { slippagePage } from './slippage.ts'
import { spendingPage } from './spending.ts'
import { totalsPage } from './totals.ts'

export const capitalPages: readonly Route[] = [
  latestCapitalPage,
  capitalPage,
  schemesPage,
  schemePage,
  schemeRecordPage,
  slippagePage,
  changesPage,
  newChangePage,
  changeListPage,
  estimatesPage,
  newEstimatePage,
  estimatePage,
  fundingPage,
  grantPage,
  spendingPage,
  totalsPage,
]

export const capitalDeeds: readonly Deed[] = [
  changeForm,
  changeListForm,
  estimateForm,
  decideForm,
  assignForm,
  exemptForm,
  outcomeForm,
  outturnForm,
]
