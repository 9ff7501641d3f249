import { page } from '../../web/page.ts'
import { myView } from './my-view.ts'

/** What somebody owes, by when, and where what they gave has got to. */
export const myPage = page({
  path: '/my',
  action: 'cycle.view',
  template: 'cycle/pages/my.njk',
  view: myView,
  title: 'My list',
})
