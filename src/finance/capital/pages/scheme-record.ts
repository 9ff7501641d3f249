import { type OutcomeDimension, outcomeDimensions } from '../../../domain/finance/capital-outcome.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { typedReader } from '../../typed-reader.ts'
import { markSchemeExempt } from '../mark-exempt.ts'
import { firstYear, schemeHref } from '../programme-words.ts'
import { recordSchemeOutcome, recordSchemeOutturn } from '../record-scheme-facts.ts'
import { schemeOf } from '../scheme.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'

/** The forms about one scheme: what it is to achieve, how a past year ended, whether it is exempt. */
export const schemeRecordPage = page({
  path: '/finance/capital/:year/schemes/:scheme/record',
  action: 'finance.record',
  template: 'finance/capital/pages/scheme-record.njk',
  view: async (asked) => {
    const view = await programmeFor(asked.db, asked.params.year)
    const scheme = schemeOf(view, asked.params.scheme)
    const year = firstYear(view)
    const base = `${schemeHref(year, scheme.code)}/record`
    const isExempt = view.exempt.has(scheme.code)
    const outcomeForm = formView(asked, `${base}/outcome`, {
      dimension: '',
      measure: '',
      aim: '',
      result: '',
    })
    const past = { pastYear: '', firstBudget: '', outturn: '', basis: '' }
    const exempting = { exempt: isExempt ? 'no' : 'yes', reason: '' }
    return {
      year,
      code: scheme.code,
      title: scheme.title,
      nav: capitalNav(view, null),
      isExempt,
      outcomeForm,
      outturnForm: formView(asked, `${base}/past-year`, past),
      exemptForm: formView(asked, `${base}/exemption`, exempting),
      dimensions: [
        { value: '', text: 'Choose' },
        ...Object.entries(outcomeDimensions).map(([value, text]) => ({
          value,
          text,
          selected: value === outcomeForm.values.dimension,
        })),
      ],
    }
  },
  title: (view) => `Record about ${view.title}`,
  breadcrumbs: ({ year, code, title }) => [
    ...capitalCrumbs(year),
    { text: 'Every scheme', href: `/finance/capital/${year}/schemes` },
    { text: title, href: schemeHref(year, code) },
  ],
})

type AtScheme = { readonly params: { readonly year: string; readonly scheme: string } }
const back = ({ params }: AtScheme, done: string): string =>
  `${schemeHref(params.year, params.scheme)}?done=${done}`

export const outcomeForm = form({
  path: '/finance/capital/:year/schemes/:scheme/record/outcome',
  action: 'finance.record',
  page: schemeRecordPage,
  read: (body) => {
    const { problems, raw, words, wordsOrNull } = typedReader(body)
    const dimension = raw('dimension')
    if (!Object.hasOwn(outcomeDimensions, dimension))
      problems.push({ field: 'dimension', text: 'Choose what kind of outcome it is' })
    const measure = words('measure', 'Say what is measured')
    const [aim, result] = [wordsOrNull('aim'), wordsOrNull('result')]
    if (problems.length > 0) return { ok: false, problems }
    return { ok: true, input: { dimension: dimension as OutcomeDimension, measure, aim, result } }
  },
  run: async (db, actor, input, { params }) => {
    await recordSchemeOutcome(db, actor, { ...input, scheme: params.scheme })
    return { ok: true, result: null }
  },
  leadsTo: (_, posted) => back(posted, 'outcome'),
})

export const outturnForm = form({
  path: '/finance/capital/:year/schemes/:scheme/record/past-year',
  action: 'finance.record',
  page: schemeRecordPage,
  read: (body, { params }) => {
    const { problems, raw, words, pounds } = typedReader(body)
    const year = raw('pastYear').replace('/', '-')
    if (!/^20\d{2}-\d{2}$/.test(year) || (Number(year.slice(2, 4)) + 1) % 100 !== Number(year.slice(5)))
      problems.push({ field: 'pastYear', text: 'Write the financial year, such as 2023/24' })
    else if (year >= params.year)
      problems.push({ field: 'pastYear', text: 'Write a year before the programme begins' })
    const firstBudget = pounds('firstBudget', 'Enter the first budget, above nought')
    const outturn = pounds('outturn')
    const basis = words('basis', 'Say where the figures come from')
    if (problems.length > 0) return { ok: false, problems }
    return { ok: true, input: { year, firstBudget, outturn, basis } }
  },
  run: async (db, actor, input, { params }) => {
    await recordSchemeOutturn(db, actor, { ...input, scheme: params.scheme })
    return { ok: true, result: null }
  },
  leadsTo: (_, posted) => back(posted, 'outturn'),
})

export const exemptForm = form({
  path: '/finance/capital/:year/schemes/:scheme/record/exemption',
  action: 'finance.record',
  page: schemeRecordPage,
  read: (body) => {
    const { problems, raw, words } = typedReader(body)
    const reason = words('reason', 'Say why, by the paragraph of Schedule 12A where there is one')
    if (problems.length > 0) return { ok: false, problems }
    return { ok: true, input: { exempt: raw('exempt') === 'yes', reason } }
  },
  run: async (db, actor, input, { params }) => {
    await markSchemeExempt(db, actor, { ...input, scheme: params.scheme })
    return { ok: true, result: null }
  },
  leadsTo: (_, posted) => back(posted, 'exempt'),
})
