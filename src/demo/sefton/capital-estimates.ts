import type { PrintedEstimatesInput } from '../../finance/capital/record-estimates.ts'
import { orNull, shipped, sourceOf } from '../csv.ts'
import { amount } from './amount.ts'
import { capitalProgrammeJuly2024 } from './capital.ts'

/** The four supplementary estimates that Cabinet was asked in July 2024 to recommend to Council. */
export function capitalEstimatesJuly2024(): PrintedEstimatesInput {
  const { schemes, programme } = capitalProgrammeJuly2024()
  return {
    paper: programme,
    estimates: shipped('sefton/finance/supplementary_estimates.csv').map((row) => {
      const scheme = schemes.find(({ title }) => title === row.scheme)
      return {
        number: Number(row.order),
        title: row.scheme ?? '',
        service: scheme?.service ?? null,
        scheme: scheme?.code ?? null,
        amount: amount(row.amount, 'pounds'),
        year: null,
        funding: orNull(row.funding_in_recommendation),
        fundingElsewhere: orNull(row.funding_in_body),
        revenueEffect: orNull(row.revenue_effect_paraphrased),
        proposedRoute: 'council',
        proposedWhen: '25 July 2024',
        note: orNull(row.note),
        source: sourceOf(row),
      }
    }),
  }
}
