import { NotFound } from '../../../access/refusals.ts'
import { debtParts } from '../../../domain/finance/debt.ts'
import { indicators } from '../../../domain/finance/prudential.ts'
import { rateDecimal } from '../../../domain/finance/rate.ts'
import { financialYearOf, yearText } from '../../../domain/financial-year.ts'
import { millionsDecimal } from '../../../domain/money.ts'
import { addDays } from '../../../domain/period.ts'
import { dayText, parseQuarter, quarterText } from '../../../domain/period-text.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { todayOf } from '../../../web/site.ts'
import { financeNav } from '../../finance-nav.ts'
import { prudentialAddress } from '../prudential-view.ts'
import { type HeldQuarter, heldQuarter, prudentialQuarters } from '../queries.ts'
import {
  debtQuantities,
  indicatorNames,
  parts,
  quantities,
  readQuarter,
  yearsAsked,
} from '../read-quarter.ts'
import { recordPrudentialQuarter } from '../record-quarter.ts'

export const recordQuarterPage = page({
  path: '/finance/prudential/:period/record',
  action: 'finance.record',
  template: 'finance/prudential/pages/record.njk',
  view: async (asked) => {
    const { db, params, site } = asked
    const { asAt, text } = quarterOf(params.period)
    if (asAt > todayOf(site))
      throw new NotFound(
        `${text} ends on ${dayText(asAt)} and is not over: nothing can be recorded of it yet.`,
      )
    if ((await heldQuarter(db, asAt)) !== null)
      throw new NotFound(
        `The indicators at ${dayText(asAt)} are recorded already, and are not overwritten.`,
        [{ text: `Prudential indicators at ${dayText(asAt)}`, href: prudentialAddress(asAt) }],
      )
    const [latest] = (await prudentialQuarters(db)).filter((each) => each < asAt)
    const before = latest === undefined ? null : await heldQuarter(db, latest)
    const sameYear = before !== null && financialYearOf(before.asAt) === financialYearOf(asAt) ? before : null
    return {
      nav: financeNav('/finance/prudential'),
      title: `Record the indicators at ${dayText(asAt)}`,
      caption: text,
      carried: sameYear === null ? null : dayText(sameYear.asAt),
      form: formView(asked, `/finance/prudential/${params.period}/record`, firstValues(sameYear)),
      debt: [
        ...parts.map((part) => ({ name: part, legend: debtParts[part], hint: null })),
        {
          name: 'total',
          legend: 'Total, as it is printed',
          hint: 'May be left empty. What is given must be the total of the parts.',
        },
      ].map((group) => ({
        ...group,
        fields: quantities.map((quantity) => ({
          name: `${group.name}-${quantity}`,
          label: debtQuantities[quantity],
        })),
      })),
      indicators: indicatorNames.map((indicator) => ({
        name: indicator,
        legend: indicators[indicator].title,
        unit: indicators[indicator].unit === 'money' ? '£m' : '%',
        fields: [
          ...yearsAsked.map((after) => ({
            name: `${indicator}-${after + 1}`,
            label: `${yearText(financialYearOf(asAt, after))}${after < 0 ? ', actual' : ''}`,
          })),
          { name: `${indicator}-approved`, label: 'Approved for this year' },
        ],
        why: `${indicator}-why`,
      })),
      back: '/finance/prudential',
    }
  },
  title: (view) => view.title,
  breadcrumbs: () => [{ text: 'Prudential indicators', href: '/finance/prudential' }],
})

export const recordQuarterForm = form({
  path: '/finance/prudential/:period/record',
  action: 'finance.record',
  page: recordQuarterPage,
  read: (body, { params }) => readQuarter(body, quarterOf(params.period).asAt),
  run: async (db, actor, input) => {
    await recordPrudentialQuarter(db, actor, input)
    return { ok: true, result: input.asAt }
  },
  leadsTo: (asAt) => `${prudentialAddress(asAt)}?done=recorded`,
})

function quarterOf(text: string): { readonly asAt: string; readonly text: string } {
  const parsed = parseQuarter(text)
  if (!parsed.ok) throw new NotFound(`${parsed.problem}.`)
  return { asAt: addDays(parsed.value.end, -1), text: quarterText(parsed.value) }
}

/** Empty, but for what the council set for the year: that stands until it sets it anew. */
function firstValues(before: HeldQuarter | null): Record<string, string> {
  const fields = [
    'source',
    ...[...parts, 'total'].flatMap((part) => quantities.map((quantity) => `${part}-${quantity}`)),
    ...indicatorNames.flatMap((indicator) => [
      ...yearsAsked.map((after) => `${indicator}-${after + 1}`),
      `${indicator}-approved`,
      `${indicator}-why`,
    ]),
  ]
  const set = [
    ...(before?.debt ?? []).flatMap(({ part, boundary, limit }) => [
      [`${part}-boundary`, millionsDecimal(boundary)] as const,
      [`${part}-limit`, millionsDecimal(limit)] as const,
    ]),
    ...(before?.figures ?? [])
      .filter(({ basis }) => basis === 'approved')
      .map(
        ({ indicator, value }) =>
          [
            `${indicator}-approved`,
            value.unit === 'money' ? millionsDecimal(value.amount) : rateDecimal(value.rate),
          ] as const,
      ),
  ]
  return { ...Object.fromEntries(fields.map((name) => [name, ''])), ...Object.fromEntries(set) }
}
