import {
  type FundStream,
  fundOutturn,
  grantsEffect,
  outturnText,
  type Reaches,
  streams,
} from '../../domain/finance/collection-fund.ts'
import { type Pence, poundsMillionText, sumPence } from '../../domain/money.ts'

type Forecast = Pick<FundStream, 'stream' | 'items' | 'afterGrants'>

/** What the council bears in the end: after grants where they are told. */
export const bornOutturn = (stream: Omit<Forecast, 'stream'>): Pence =>
  stream.afterGrants ?? fundOutturn(stream.items)

/** As it stands in a sentence: 'a deficit of £1.684m', 'neither surplus nor deficit'. */
const aOutturn = (outturn: Pence): string => `${outturn === 0n ? '' : 'a '}${outturnText(outturn)}`

/** What a councillor asks first: good or bad, how much, and which year feels it. */
export function fundSentence(held: readonly Forecast[], year: string, { inYear }: Reaches): string {
  const each = held.map((stream, index) =>
    `${streams[stream.stream]} ${index === 0 ? 'is forecast to leave the council ' : ''}${aOutturn(bornOutturn(stream))}${
      stream.afterGrants === null ? '' : ' after grants'
    }`.replace(/^./, (letter) => (index === 0 ? letter : letter.toLowerCase())),
  )
  const net = sumPence(held.map(bornOutturn))
  const together = held.length > 1 ? `: together ${aOutturn(net)}` : ''
  return `${each.join(', ')}${together}. It does not touch ${year}: it reaches the General Fund in ${inYear} at the earliest.`
}

/** What the figure after grants implies, which the paper does not print. */
export function grantsSentences(stream: Forecast): readonly string[] {
  const effect = grantsEffect(stream)
  const outturn = fundOutturn(stream.items)
  if (effect === null || stream.afterGrants === null) return []
  const from = `From ${aOutturn(outturn)} to ${aOutturn(stream.afterGrants)} after government (section 31) grants`
  if (effect === 0n) return [`${from}: grants are as budgeted.`]
  const size = poundsMillionText(effect < 0n ? -effect : effect)
  return [
    `${from}: grants are forecast to be ${size} ${effect > 0n ? 'less' : 'more'} than budgeted. The paper prints the two figures, not this difference, and does not explain it.`,
  ]
}
