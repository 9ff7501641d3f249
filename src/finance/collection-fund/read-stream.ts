import {
  type FundItem,
  type FundShare,
  fundOutturn,
  type Stream,
  shareLeft,
  streams,
  thisCouncil,
} from '../../domain/finance/collection-fund.ts'
import { poundsMillionText } from '../../domain/money.ts'
import type { Read } from '../../web/form.ts'
import { readDay } from '../../web/read-day.ts'
import { readWhen } from '../read-when.ts'
import { type TypedReader, typedReader } from '../typed-reader.ts'
import type { StreamInput } from './record-stream.ts'

/** How many items the form has room for; empty ones do not count. */
export const itemNumbers = [1, 2, 3, 4, 5, 6] as const

const longest = 500

function fault({ problems }: TypedReader, field: string, text: string): void {
  problems.push({ field, text })
}

/** Reads the form of a stream; everything wrong with it is told at once, each beside its field. */
export function readStream(
  body: URLSearchParams,
  { year, today }: { readonly year: string; readonly today: string },
): Read<StreamInput> {
  const typed = typedReader(body, longest)
  const stream = typed.raw('stream')
  if (!isStream(stream)) fault(typed, 'stream', 'Choose council tax or business rates')
  const asAt = readDay(typed.raw('asAt'))
  if (asAt === null) fault(typed, 'asAt', 'Enter the day of the report, such as 7 11 2024')
  else if (asAt > today) fault(typed, 'asAt', 'The day of the report is still to come')
  const source = typed.words('source', 'Say where it is printed, such as the Cabinet paper')
  const budget = typed.millionsNeeded('budget', 'Enter the council’s budget in £ million')
  const income = typed.millionsNeeded('income', 'Enter the net income in £ million')
  if (budget !== null && income !== null && (budget < 0n || budget > income))
    fault(
      typed,
      'budget',
      `The council’s part is not within the net income of ${poundsMillionText(income)}: look whether the two are the wrong way round`,
    )
  const shares = sharesOf(typed)
  const items = itemsOf(typed, source)
  const outturn = typed.millionsOrNull('outturn')
  if (outturn !== null && items.length > 0 && outturn !== fundOutturn(items))
    fault(
      typed,
      'outturn',
      `The items add up to ${poundsMillionText(fundOutturn(items))} and not to ${poundsMillionText(outturn)}: correct whichever is wrong. Adverse is positive, favourable negative`,
    )
  const afterGrants = typed.millionsOrNull('afterGrants')
  const declared = declaredOf(typed)
  const { problems } = typed
  if (problems.length > 0 || !isStream(stream) || asAt === null || budget === null || income === null)
    return { ok: false, problems }
  return {
    ok: true,
    input: {
      year,
      asAt,
      stream: { stream, budget, income, shares, items, afterGrants, declared, source },
      controlTotals:
        outturn === null
          ? []
          : [
              {
                line: stream,
                quantity: 'outturn',
                title: `${streams[stream]}: forecast outturn`,
                printed: outturn,
                precision: 100_000n,
                source,
              },
            ],
    },
  }
}

const isStream = (text: string): text is Stream => Object.hasOwn(streams, text)

function sharesOf(typed: TypedReader): readonly FundShare[] {
  const own = shareOf(typed, 'share', { body: thisCouncil, own: true })
  const other = typed.wordsOrNull('otherBody') ?? ''
  if (typed.raw('share') === '') fault(typed, 'share', 'Enter the council’s share, such as 84')
  const others =
    other === '' && typed.raw('otherShare') === ''
      ? []
      : shareOf(typed, 'otherShare', { body: other, own: false })
  if (others.length > 0 && other === '') fault(typed, 'otherBody', 'Say whose share it is')
  const shares = [...own, ...others]
  const left = shareLeft(shares.map(({ rate }) => rate))
  if (!left.ok)
    fault(
      typed,
      own.some(({ rate }) => rate > 10_000) ? 'share' : others.length > 0 ? 'otherShare' : 'share',
      left.problem,
    )
  return shares
}

function shareOf(
  typed: TypedReader,
  field: string,
  who: Pick<FundShare, 'body' | 'own'>,
): readonly FundShare[] {
  const rate = typed.rateOrNull(field)
  return rate === null ? [] : [{ ...who, rate, printed: asPrinted(typed.raw(field)) }]
}

/** The digits that were printed, without the sign of a percentage. */
const asPrinted = (share: string): string => share.replace(/\s*%$/, '')

function itemsOf(typed: TypedReader, source: string): readonly FundItem[] {
  const items = itemNumbers.flatMap((number) => {
    const title = typed.wordsOrNull(`item-${number}`) ?? ''
    const amount = typed.millionsOrNull(`amount-${number}`)
    if (title === '' && amount === null) return []
    if (title === '') fault(typed, `item-${number}`, 'Say what the amount is for')
    if (typed.raw(`amount-${number}`) === '')
      fault(typed, `amount-${number}`, 'Enter its amount in £ million: adverse positive, favourable negative')
    return amount === null ? [] : [{ title, amount, note: null, source }]
  })
  if (items.length === 0 && typed.raw('item-1') === '')
    fault(typed, 'item-1', 'Enter at least one item that makes up the outturn')
  return items
}

function declaredOf(typed: TypedReader): StreamInput['stream']['declared'] {
  const amount = typed.millionsOrNull('declared')
  const own = typed.millionsOrNull('declaredOwn')
  const declaredWhen = typed.raw('declaredWhen')
  const when = readWhen(declaredWhen)
  if (declaredWhen !== '' && when === null)
    fault(typed, 'declaredWhen', `'${declaredWhen}' is not a day or month: write 16 1 2024, or 2024-01`)
  if (typed.raw('declared') === '' && typed.raw('declaredOwn') === '') return null
  if (amount === null || own === null) {
    if (typed.raw('declared') === '')
      fault(typed, 'declared', 'Enter the whole of what was declared, or leave the council’s part empty')
    if (typed.raw('declaredOwn') === '')
      fault(typed, 'declaredOwn', 'Enter the council’s part of it, or leave both empty')
    return null
  }
  const beyond = amount >= 0n ? own > amount || own < 0n : own < amount || own > 0n
  if (beyond)
    fault(
      typed,
      'declaredOwn',
      `The council’s part is not within the ${poundsMillionText(amount)} declared: look whether the two are the wrong way round`,
    )
  const share = typed.rateOrNull('declaredShare')
  const within = share === null ? null : shareLeft([share])
  if (within?.ok === false) fault(typed, 'declaredShare', within.problem)
  return { amount, own, printedShare: asPrinted(typed.raw('declaredShare')) || null, when }
}
