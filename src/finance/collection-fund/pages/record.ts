import { NotFound } from '../../../access/refusals.ts'
import { streams } from '../../../domain/finance/collection-fund.ts'
import { yearText } from '../../../domain/financial-year.ts'
import { parseFinancialYear, periodSlug } from '../../../domain/period-text.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { todayOf } from '../../../web/site.ts'
import { financeNav } from '../../finance-nav.ts'
import { fundAddress } from '../fund-view.ts'
import { itemNumbers, readStream } from '../read-stream.ts'
import { recordFundStream } from '../record-stream.ts'

const amounts = ['budget', 'income', 'outturn', 'afterGrants', 'declared', 'declaredOwn'] as const
const fields = [
  'stream',
  'asAt',
  'source',
  'share',
  'otherBody',
  'otherShare',
  'declaredShare',
  'declaredWhen',
  ...amounts,
  ...itemNumbers.flatMap((number) => [`item-${number}`, `amount-${number}`]),
]

export const recordStreamPage = page({
  path: '/finance/collection-fund/:year/record',
  action: 'finance.record',
  template: 'finance/collection-fund/pages/record.njk',
  view: (asked) => {
    const year = yearOf(asked.params.year)
    return {
      nav: financeNav('/finance/collection-fund'),
      title: `Record the collection fund of ${yearText(year)}`,
      form: formView(
        asked,
        `/finance/collection-fund/${year}/record`,
        Object.fromEntries(fields.map((field) => [field, ''])),
      ),
      streams: Object.entries(streams).map(([value, text]) => ({ value, text })),
      numbers: itemNumbers,
      back: `/finance/collection-fund/${year}`,
    }
  },
  title: (view) => view.title,
  breadcrumbs: () => [{ text: 'Collection fund', href: '/finance/collection-fund' }],
})

export const recordStreamForm = form({
  path: '/finance/collection-fund/:year/record',
  action: 'finance.record',
  page: recordStreamPage,
  read: (body, { params, site }) =>
    readStream(body, {
      year: yearOf(params.year),
      today: todayOf(site),
    }),
  run: async (db, actor, input) => {
    await recordFundStream(db, actor, input)
    return { ok: true, result: input }
  },
  leadsTo: ({ year, asAt }) => `${fundAddress(year, asAt)}&done=recorded`,
})

function yearOf(text: string): string {
  const parsed = parseFinancialYear(text)
  if (parsed.ok) return periodSlug(parsed.value)
  throw new NotFound(`${parsed.problem}.`)
}
