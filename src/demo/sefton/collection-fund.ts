import { type FundShare, type Stream, thisCouncil } from '../../domain/finance/collection-fund.ts'
import { parseRate } from '../../domain/finance/rate.ts'
import type { StreamInput } from '../../finance/collection-fund/record-stream.ts'
import { type CsvRecord, orNull, shipped, sourceOf } from '../csv.ts'
import { amount, thousandPounds } from './amount.ts'

const names: Readonly<Record<Stream, string>> = {
  'council-tax': 'Council Tax',
  'business-rates': 'Business Rates',
}
/** What the file says in passing, in the text of a row or not at all: who else has which share, and when it was declared. */
const beside: Readonly<Record<Stream, { readonly others: readonly FundShare[]; readonly when: string }>> = {
  'council-tax': { others: [], when: '2024-01-16' },
  'business-rates': {
    others: [{ body: 'Fire and Rescue', own: false, rate: 100, printed: '1' }],
    when: '2024-01',
  },
}

/** The collection fund of 2024/25 as it was reported to Cabinet on 25 July 2024. */
export function collectionFundJuly2024(): readonly StreamInput[] {
  return (Object.keys(names) as Stream[]).map(streamOf)
}

function streamOf(stream: Stream): StreamInput {
  const rows = shipped('sefton/finance/collection_fund.csv').filter((row) => row.stream === names[stream])
  const of = (type: string, unit = 'GBP m') =>
    rows.filter((row) => row.row_type === type && row.unit === unit)
  const [budget, income] = of('budget')
  const [share] = of('budget', '%')
  const [declared, own] = of('declared')
  const [grants] = of('after grants')
  const [declaredShare] = of('declared', '%')
  const { others, when } = beside[stream]
  return {
    year: '2024-25',
    asAt: '2024-07-25',
    stream: {
      stream,
      budget: pence(budget),
      income: pence(income),
      shares: [
        { body: thisCouncil, own: true, rate: rateOf(share?.amount ?? ''), printed: share?.amount ?? '' },
        ...others,
      ],
      items: of('variance item').map((row) => ({
        title: row.item_paraphrased ?? '',
        amount: pence(row),
        note: row.item_paraphrased?.includes('(as printed)')
          ? 'The paper prints ‘end of 2024/25’. The end of 2023/24 seems meant, as in its list for council tax.'
          : null,
        source: sourceOf(row),
      })),
      afterGrants: grants === undefined ? null : pence(grants),
      declared: {
        amount: pence(declared),
        own: pence(own),
        printedShare: orNull(declaredShare?.amount),
        when,
      },
      source: budget === undefined ? '' : sourceOf(budget),
    },
    controlTotals: of('variance total').map((row) => ({
      line: stream,
      quantity: 'outturn',
      title: `${names[stream]}: ${row.item_paraphrased}`,
      printed: pence(row),
      precision: thousandPounds,
      source: sourceOf(row),
    })),
  }
}

const pence = (row: CsvRecord | undefined): bigint => amount(row?.amount, 'millions')

function rateOf(text: string): number {
  const parsed = parseRate(text)
  if (!parsed.ok) throw new Error(parsed.problem)
  return parsed.value
}
