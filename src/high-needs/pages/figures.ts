import { can } from '../../domain/access/can.ts'
import { factBases, knownQuantities } from '../../domain/high-needs/fact.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { figureTable } from '../figure-table.ts'
import { highNeedsNav, highNeedsTrail } from '../nav.ts'
import { plansChart } from '../plans-chart.ts'
import { highNeedsFacts } from '../queries.ts'
import { readFigure } from '../read-figure.ts'
import { recordHighNeedsFacts } from '../record-facts.ts'

const fields = { quantity: '', period: '', basis: '', madeIn: '', value: '', source: '', note: '' }

/** Every figure that is held, and where a new one is recorded. */
export const figuresPage = page({
  path: '/high-needs/figures',
  action: 'high-needs.view',
  template: 'high-needs/pages/figures.njk',
  asAt: true,
  view: async (asked) => {
    const { db, actor, query, asAt } = asked
    const facts = await highNeedsFacts(db, asAt)
    const recordForm = formView(asked, '/high-needs/figures', fields)
    const { quantity, basis } = recordForm.values
    return {
      nav: highNeedsNav('/high-needs/figures'),
      chart: plansChart(facts),
      table: figureTable(facts),
      lead: `${facts.length} figures, each with its period, how firm it is, and the paper it is from.`,
      notice:
        query.get('done') === 'recorded' ? 'The figure is recorded. What was said before is kept.' : null,
      form: can(actor, 'high-needs.keep').allowed && asAt === null ? recordForm : null,
      quantities: [
        { value: '', text: 'Choose' },
        ...Object.entries(knownQuantities).map(([value, { item, subject }]) => ({
          value,
          text: subject === 'deficit' ? `${item} (£m)` : item,
          selected: value === quantity,
        })),
      ],
      bases: Object.entries(factBases).map(([value, text]) => ({ value, text, checked: value === basis })),
    }
  },
  title: 'High needs: figures',
  breadcrumbs: () => highNeedsTrail,
  tables: ({ table }) => [table],
})

export const figureForm = form({
  path: '/high-needs/figures',
  action: 'high-needs.keep',
  page: figuresPage,
  read: readFigure,
  run: async (db, actor, input) => ({ ok: true, result: await recordHighNeedsFacts(db, actor, [input]) }),
  leadsTo: () => '/high-needs/figures?done=recorded',
})
