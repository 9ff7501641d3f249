import { NotFound } from '../../access/refusals.ts'
import { sameUnit } from '../../domain/access/unit.ts'
import { nameOn } from '../../domain/organisation/organisation-on.ts'
import { unitOf } from '../../domain/organisation/part.ts'
import { partAddress, partAt, partFor } from '../../organisation/part-address.ts'
import { changeReader } from '../../organisation/read-change.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { assignMeasures } from '../assign-measures.ts'
import { registeredMeasures } from '../queries.ts'
import { measureUnitsOn } from '../units.ts'

/** Which measures a unit answers for from a day on: those it has already are shown and need no ticking. */
export const assignPage = page({
  path: '/organisation/:kind/:code/measures',
  action: 'measure.keep',
  template: 'measures/pages/assign.njk',
  view: async (asked) => {
    const { db, typed } = asked
    const { part, standing, organisation, day } = await partFor(db, asked)
    const address = partAddress(part)
    const unit = unitOf(part)
    if (unit === null)
      throw new NotFound('A unit answers for measures, not a post.', [{ text: standing.name, href: address }])
    const answering = await measureUnitsOn(db, day)
    const ticked = new Set(typed.body.getAll('measure'))
    const rows = (await registeredMeasures(db)).map(({ code, title, theme }) => {
      const now = answering.get(code)
      return {
        code,
        title,
        theme,
        mine: now !== undefined && sameUnit(now, unit),
        now: now === undefined ? null : `${nameOn(organisation, now)} answers for it`,
        ticked: ticked.has(code),
      }
    })
    return {
      name: standing.name,
      address,
      form: formView(asked, `${address}/measures`, { measure: '', from: '', basis: '' }),
      mine: rows.filter(({ mine }) => mine),
      themes: [
        ...Map.groupBy(
          rows.filter(({ mine }) => !mine),
          ({ theme }) => theme,
        ),
      ].map(([theme, measures], index) => ({
        id: `theme-${index + 1}`,
        theme,
        items: measures.map(({ code, title, now, ticked }) => ({
          value: code,
          text: title,
          checked: ticked,
          ...(now === null ? {} : { hint: { text: now } }),
        })),
      })),
    }
  },
  title: ({ name }) => `Assign measures to ${name}`,
  breadcrumbs: ({ name, address }) => [
    { text: 'How the council is organised', href: '/organisation' },
    { text: name, href: address },
  ],
})

export const assignForm = form({
  path: '/organisation/:kind/:code/measures',
  action: 'measure.keep',
  page: assignPage,
  read: (body, { params }) => {
    const { day, words, wrong, problems } = changeReader(body)
    const unit = unitOf(partAt(params))
    const measures = body.getAll('measure')
    if (measures.length === 0) wrong('measure', 'Tick at least one measure')
    const from = day('from', 'the first day on which it answers for them')
    const basis = words('basis', 'how it is known', 300)
    if (problems.length > 0 || unit === null) return { ok: false, problems }
    return { ok: true, input: { measures: measures.map((measure) => ({ measure, unit })), from, basis } }
  },
  run: async (db, actor, input) => {
    try {
      return { ok: true, result: await assignMeasures(db, actor, input) }
    } catch (error) {
      // A day on which the unit is not there is something to type anew, not a page that is missing.
      if (!(error instanceof NotFound)) throw error
      return { ok: false, problems: [{ field: 'from', text: error.message }] }
    }
  },
  leadsTo: (count, { params }) =>
    `${partAddress(partAt(params))}?done=${count > 0 ? 'assigned' : 'unchanged'}`,
})
