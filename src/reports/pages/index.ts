import type { Route } from '../../web/page.ts'
import { accessibilityPage, methodsPage } from './about.ts'
import { homePage } from './home.ts'
import { reportFile, reportPage, reportsPage, reportWord } from './reports.ts'

export const reportPages: readonly Route[] = [
  homePage,
  reportsPage,
  reportPage,
  reportWord,
  reportFile,
  methodsPage,
  accessibilityPage,
]
