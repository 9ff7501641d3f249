import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import { accessibilityPage, methodsPage } from './about.ts'
import { closeUnitForm, closeUnitPage } from './close-unit.ts'
import { homePage } from './home.ts'
import { moveUnitForm, moveUnitPage } from './move-unit.ts'
import { printedTotalsPage } from './printed-totals.ts'
import { reportFile, reportPage, reportsPage, reportWord } from './reports.ts'
import { unitPage } from './unit.ts'
import { picturePage, wholePicturePage } from './whole-picture.ts'

export const reportPages: readonly Route[] = [
  homePage,
  wholePicturePage,
  picturePage,
  printedTotalsPage,
  reportsPage,
  reportPage,
  reportWord,
  reportFile,
  methodsPage,
  accessibilityPage,
  unitPage,
  moveUnitPage,
  closeUnitPage,
]

export const reportDeeds: readonly Deed[] = [moveUnitForm, closeUnitForm]
