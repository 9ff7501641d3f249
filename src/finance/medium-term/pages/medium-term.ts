import { NotFound } from '../../../access/refusals.ts'
import { can } from '../../../domain/access/can.ts'
import { form, type Problem } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { type Asked, page } from '../../../web/page.ts'
import { assumptionFields, readAssumptions, typedAssumptions } from '../assumptions.ts'
import { mediumTermBaseline } from '../baseline.ts'
import { keepMediumTermPlan } from '../keep-plan.ts'
import { mediumTermView } from '../medium-term-view.ts'
import { mediumTermPlan, mediumTermPlans } from '../plans.ts'

const keepAddress = '/finance/medium-term/keep'

/** A calculator: what is asked stands in the address, and nothing is stored until somebody keeps it under a name. */
export const mediumTermPage = page({
  path: '/finance/medium-term',
  action: 'finance.view',
  template: 'finance/medium-term/pages/medium-term.njk',
  view: async (asked) => {
    const { db, actor, query } = asked
    const baseline = await mediumTermBaseline(db)
    if (baseline === null)
      throw new NotFound('No budget is recorded yet that the years to come could begin from.', [
        { text: 'Revenue', href: '/finance/revenue' },
      ])
    const chosen = await planAsked(asked)
    const typed = chosen === null ? onlyAssumptions(typedIn(asked)) : typedAssumptions(chosen.assumptions)
    return {
      ...mediumTermView(baseline, {
        ...readAssumptions(typed, baseline),
        typed,
        chosen,
        plans: await mediumTermPlans(db),
      }),
      keepForm: can(actor, 'medium-term.keep').allowed
        ? formView(asked, keepAddress, { name: '', basis: '' })
        : null,
      notice: query.get('done') === 'kept' ? 'The assumptions are kept.' : null,
    }
  },
  title: (view) => view.title,
  tables: (view) => view.tables,
})

/** Where the form to keep them is shown again, they are among what was posted; else they stand in the address. */
const typedIn = ({ typed, query }: Asked): URLSearchParams =>
  typed.path === keepAddress ? typed.body : query

const onlyAssumptions = (typed: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...typed].filter(([name]) => assumptionFields.includes(name)))

async function planAsked({ db, query, typed }: Asked) {
  const number = query.get('plan')
  if (number === null || typed.path === keepAddress) return null
  const found = /^\d{1,9}$/.test(number) ? await mediumTermPlan(db, Number(number)) : null
  if (found === null)
    throw new NotFound(`No assumptions are kept under the number ${number}.`, [
      { text: 'Medium term', href: '/finance/medium-term' },
    ])
  return found
}

export const keepPlanForm = form({
  path: keepAddress,
  action: 'medium-term.keep',
  page: mediumTermPage,
  read: (body) => {
    const name = (body.get('name') ?? '').trim()
    const basis = (body.get('basis') ?? '').trim()
    const { assumptions, problems } = readAssumptions(body, null)
    const all: Problem[] = [...problems]
    if (name === '' || name.length > 100)
      all.push({ field: 'name', text: 'Give it a name of at most 100 characters' })
    if (basis === '' || basis.length > 500)
      all.push({ field: 'basis', text: 'Say where the assumptions come from, in at most 500 characters' })
    return all.length > 0 ? { ok: false, problems: all } : { ok: true, input: { name, basis, assumptions } }
  },
  run: async (db, actor, input) => ({ ok: true, result: await keepMediumTermPlan(db, actor, input) }),
  leadsTo: (id) => `/finance/medium-term?plan=${id}&done=kept`,
})
