import { type CapitalChange, type ChangeKind, changeKinds } from '../../../domain/finance/capital-changes.ts'
import type { UnplannedChange } from '../../../domain/finance/plan-capital-changes.ts'
import { monthText } from '../../../domain/financial-year.ts'
import { sentenceCase } from '../../../domain/report/cells.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { type TypedReader, typedReader } from '../../typed-reader.ts'
import { capitalChanges } from '../changes.ts'
import { firstYear } from '../programme-words.ts'
import { recordCapitalChange } from '../record-change.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'
import { approvalFields, readApproval, routeChoices } from './read-approval.ts'
import { schemeChoices, yearChoices } from './scheme-choices.ts'

export const newChangePage = page({
  path: '/finance/capital/:year/changes/new',
  action: 'finance.record',
  template: 'finance/capital/pages/new-change.njk',
  view: async (asked) => {
    const view = await programmeFor(asked.db, asked.params.year)
    const year = firstYear(view)
    const changes = await capitalChanges(asked.db, view.programme)
    const fields = {
      kind: '',
      scheme: asked.query.get('scheme') ?? '',
      toScheme: '',
      fromYear: '',
      toYear: '',
      amount: '',
      funding: '',
      ...approvalFields,
      note: '',
      programme: view.programme,
      seen: String(Math.max(0, ...changes.map(({ number }) => number))),
    }
    const changeForm = formView(asked, `/finance/capital/${year}/changes/new`, fields)
    const { values } = changeForm
    return {
      year,
      nav: capitalNav(view, null),
      lead: `To the programme that the meeting of ${monthText(view.programme)} saw. What was printed stays as it is; the change stands beside it.`,
      form: changeForm,
      kinds: Object.entries(changeKinds).map(([value, { text, says }]) => ({
        value,
        text,
        hint: { text: sentenceCase(says) },
      })),
      schemes: schemeChoices(view, values.scheme),
      toSchemes: schemeChoices(view, values.toScheme),
      fromYears: yearChoices(view, values.fromYear),
      toYears: yearChoices(view, values.toYear),
      routes: routeChoices(values.route, 'Not stated'),
    }
  },
  title: 'Record a change',
  breadcrumbs: ({ year }) => [
    ...capitalCrumbs(year),
    { text: 'Changes to the programme', href: `/finance/capital/${year}/changes` },
  ],
})

/** Where a part of a change has a field of another name. */
const fields: Readonly<Partial<Record<UnplannedChange['part'], string>>> = {
  year: 'fromYear',
  approval: 'route',
}

export const changeForm = form({
  path: '/finance/capital/:year/changes/new',
  action: 'finance.record',
  page: newChangePage,
  read: (body) => {
    const typed = typedReader(body)
    const { problems, raw, wordsOrNull } = typed
    const kind = raw('kind')
    if (!Object.hasOwn(changeKinds, kind)) problems.push({ field: 'kind', text: 'Choose the kind of change' })
    const change = readChange(kind as ChangeKind, typed)
    const needed =
      kind === 'added' ? 'Say who approved it: money enters the programme only when it is approved' : null
    const approval = readApproval(body, needed, problems)
    const [funding, note] = [wordsOrNull('funding'), wordsOrNull('note')]
    if (problems.length > 0 || change === null) return { ok: false, problems }
    const input = {
      programme: raw('programme'),
      seen: Number(raw('seen')) || 0,
      change,
      approval,
      funding,
      note,
    }
    return { ok: true, input }
  },
  run: async (db, actor, input) => {
    const done = await recordCapitalChange(db, actor, input)
    if (done.ok) return { ok: true, result: null }
    const { part, says } = done.problem
    return { ok: false, problems: [{ field: fields[part] ?? part, text: says }] }
  },
  leadsTo: (_, { params }) => `/finance/capital/${params.year}/changes?done=recorded`,
})

/** What is asked for, by the fields that its kind needs; those it does not need are not looked at. */
function readChange(kind: ChangeKind, { words, pounds }: TypedReader): CapitalChange | null {
  const scheme = words('scheme', 'Choose the scheme')
  const amount = () => pounds('amount')
  const toScheme = () => words('toScheme', 'Choose the scheme it goes to')
  const fromYear = () => words('fromYear', 'Choose the year')
  switch (kind) {
    case 'added':
      return { kind, scheme, year: fromYear(), amount: amount() }
    case 'reprofiled':
      return {
        kind,
        scheme,
        fromYear: fromYear(),
        toYear: words('toYear', 'Choose the year it goes to'),
        amount: amount(),
      }
    case 'reallocated':
      return { kind, scheme, toScheme: toScheme(), year: fromYear(), amount: amount() }
    case 'moved':
      return { kind, scheme, toScheme: toScheme() }
    default:
      kind satisfies never
      return null
  }
}
