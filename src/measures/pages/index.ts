import type { Route } from '../../web/page.ts'
import { ambitionPage } from './ambition.ts'
import { qualityPage } from './quality.ts'
import { registerPage } from './register.ts'
import { scorecardPage } from './scorecard.ts'
import { showPage } from './show.ts'
import { breaksPage, threadPage } from './thread.ts'
import { threadItemPage } from './thread-item.ts'

export const measurePages: readonly Route[] = [
  registerPage,
  qualityPage,
  showPage,
  ambitionPage,
  scorecardPage,
  threadPage,
  breaksPage,
  threadItemPage,
]
