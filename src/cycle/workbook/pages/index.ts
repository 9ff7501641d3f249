import type { Deed } from '../../../web/form.ts'
import type { Route } from '../../../web/page.ts'
import { workbookCheckPage, workbookStoreForm, workbookThrowAwayForm } from './check.ts'
import { workbookCsvDownload, workbookDownload } from './downloads.ts'
import { workbookForm, workbookPage } from './upload.ts'

export const workbookPages: readonly Route[] = [
  workbookDownload,
  workbookCsvDownload,
  workbookPage,
  workbookCheckPage,
]

export const workbookDeeds: readonly Deed[] = [workbookForm, workbookStoreForm, workbookThrowAwayForm]
