import { leastNeighbours } from '../../domain/evaluation/comparison.ts'
import { positions } from '../../domain/evaluation/distribution.ts'
import { matches } from '../../domain/measures/measure.ts'
import { page } from '../../web/page.ts'

/** How each word on the pages is computed, with the constants the code uses. */
export const methodsPage = page({
  path: '/about/methods',
  action: 'home.view',
  template: 'reports/pages/methods.njk',
  view: () => ({
    positions: Object.values(positions).map(({ label, tone }) => ({ label, tone })),
    matches: Object.values(matches).map(({ name, says }) => ({ name, says })),
    leastNeighbours: String(leastNeighbours),
  }),
  title: 'How figures are judged',
})

export const accessibilityPage = page({
  path: '/about/accessibility',
  action: 'about.view',
  template: 'reports/pages/accessibility.njk',
  view: () => ({}),
  title: 'Accessibility',
})
