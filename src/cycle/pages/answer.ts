import { page } from '../../web/page.ts'
import { answerView } from './answer-view.ts'

/** One request: to be answered by whoever it is asked of, to be read by everybody else. */
export const answerPage = page({
  path: '/cycles/:quarter/answers/:measure',
  action: 'cycle.view',
  template: 'cycle/pages/answer.njk',
  view: answerView,
  title: (view) => view.title,
  breadcrumbs: () => [{ text: 'My list', href: '/my' }],
})
