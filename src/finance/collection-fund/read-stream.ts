import {
  type FundItem,
  type FundShare,
  fundOutturn,
  type Stream,
  shareLeft,
  streams,
  thisCouncil,
} from '../../domain/finance/collection-fund.ts'
import { parseRate, rateDecimal } from '../../domain/finance/rate.ts'
import { type Pence, poundsMillionText } from '../../domain/money.ts'
import type { Problem, Read } from '../../web/form.ts'
import { readDay } from '../../web/read-day.ts'
import { readMillions } from '../read-amount.ts'
import { readWhen } from '../read-when.ts'
import type { StreamInput } from './record-stream.ts'

/** How many items the form has room for; empty ones do not count. */
export const itemNumbers = [1, 2, 3, 4, 5, 6] as const

const longest = 500

type Reading = { readonly body: URLSearchParams; readonly problems: Problem[] }

const typed = ({ body }: Reading, field: string): string => (body.get(field) ?? '').trim()

function fault(reading: Reading, field: string, text: string): null {
  reading.problems.push({ field, text })
  return null
}

/** Reads the form of a stream; everything wrong with it is told at once, each beside its field. */
export function readStream(
  body: URLSearchParams,
  { year, today }: { readonly year: string; readonly today: string },
): Read<StreamInput> {
  const reading: Reading = { body, problems: [] }
  const stream = typed(reading, 'stream')
  if (!isStream(stream)) fault(reading, 'stream', 'Choose council tax or business rates')
  const asAt = readDay(typed(reading, 'asAt'))
  if (asAt === null) fault(reading, 'asAt', 'Enter the day of the report, such as 7 11 2024')
  else if (asAt > today) fault(reading, 'asAt', 'The day of the report is still to come')
  const source = typed(reading, 'source')
  if (source === '') fault(reading, 'source', 'Say where it is printed, such as the Cabinet paper')
  for (const field of ['source', 'otherBody', ...itemNumbers.map((number) => `item-${number}`)])
    if (typed(reading, field).length > longest) fault(reading, field, `Write at most ${longest} characters`)
  const budget = needed(reading, 'budget', 'the council’s budget')
  const income = needed(reading, 'income', 'the net income')
  if (budget !== null && income !== null && (budget < 0n || budget > income))
    fault(
      reading,
      'budget',
      `The council’s part is not within the net income of ${poundsMillionText(income)}: look whether the two are the wrong way round`,
    )
  const shares = sharesOf(reading)
  const items = itemsOf(reading, source)
  const outturn = optional(reading, 'outturn')
  if (outturn !== null && items.length > 0 && outturn !== fundOutturn(items))
    fault(
      reading,
      'outturn',
      `The items add up to ${poundsMillionText(fundOutturn(items))} and not to ${poundsMillionText(outturn)}: correct whichever is wrong. Adverse is positive, favourable negative`,
    )
  const afterGrants = optional(reading, 'afterGrants')
  const declared = declaredOf(reading)
  const { problems } = reading
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

function needed(reading: Reading, field: string, what: string): Pence | null {
  return typed(reading, field) === ''
    ? fault(reading, field, `Enter ${what} in £ million`)
    : optional(reading, field)
}

function optional(reading: Reading, field: string): Pence | null {
  const text = typed(reading, field)
  if (text === '') return null
  const parsed = readMillions(text)
  return parsed.ok ? parsed.value : fault(reading, field, parsed.problem)
}

function sharesOf(reading: Reading): readonly FundShare[] {
  const own = shareOf(reading, 'share', { body: thisCouncil, own: true })
  const other = typed(reading, 'otherBody')
  if (typed(reading, 'share') === '') fault(reading, 'share', 'Enter the council’s share, such as 84')
  const others =
    other === '' && typed(reading, 'otherShare') === ''
      ? []
      : shareOf(reading, 'otherShare', { body: other, own: false })
  if (others.length > 0 && other === '') fault(reading, 'otherBody', 'Say whose share it is')
  const shares = [...own, ...others]
  const left = shareLeft(shares.map(({ rate }) => rate))
  if (!left.ok)
    fault(
      reading,
      own.some(({ rate }) => rate > 10_000) ? 'share' : others.length > 0 ? 'otherShare' : 'share',
      left.problem,
    )
  return shares
}

function shareOf(
  reading: Reading,
  field: string,
  who: Pick<FundShare, 'body' | 'own'>,
): readonly FundShare[] {
  const text = typed(reading, field)
  if (text === '') return []
  const parsed = parseRate(text)
  if (!parsed.ok) {
    fault(reading, field, parsed.problem)
    return []
  }
  return [{ ...who, rate: parsed.value, printed: text.replace(/\s*%$/, '') }]
}

function itemsOf(reading: Reading, source: string): readonly FundItem[] {
  const items = itemNumbers.flatMap((number) => {
    const title = typed(reading, `item-${number}`)
    const amount = optional(reading, `amount-${number}`)
    if (title === '' && amount === null) return []
    if (title === '') fault(reading, `item-${number}`, 'Say what the amount is for')
    if (typed(reading, `amount-${number}`) === '')
      fault(
        reading,
        `amount-${number}`,
        'Enter its amount in £ million: adverse positive, favourable negative',
      )
    return amount === null ? [] : [{ title, amount, note: null, source }]
  })
  if (items.length === 0 && typed(reading, 'item-1') === '')
    fault(reading, 'item-1', 'Enter at least one item that makes up the outturn')
  return items
}

function declaredOf(reading: Reading): StreamInput['stream']['declared'] {
  const amount = optional(reading, 'declared')
  const own = optional(reading, 'declaredOwn')
  const declaredWhen = typed(reading, 'declaredWhen')
  const when = readWhen(declaredWhen)
  if (declaredWhen !== '' && when === null)
    fault(reading, 'declaredWhen', `'${declaredWhen}' is not a day or month: write 16 1 2024, or 2024-01`)
  if (typed(reading, 'declared') === '' && typed(reading, 'declaredOwn') === '') return null
  if (amount === null || own === null) {
    if (typed(reading, 'declared') === '')
      fault(reading, 'declared', 'Enter the whole of what was declared, or leave the council’s part empty')
    if (typed(reading, 'declaredOwn') === '')
      fault(reading, 'declaredOwn', 'Enter the council’s part of it, or leave both empty')
    return null
  }
  const beyond = amount >= 0n ? own > amount || own < 0n : own < amount || own > 0n
  if (beyond)
    fault(
      reading,
      'declaredOwn',
      `The council’s part is not within the ${poundsMillionText(amount)} declared: look whether the two are the wrong way round`,
    )
  const printed = typed(reading, 'declaredShare').replace(/\s*%$/, '')
  const rate = printed === '' ? null : parseRate(printed)
  if (rate !== null && !rate.ok) fault(reading, 'declaredShare', rate.problem)
  if (rate?.ok && (rate.value > 10_000 || rate.value < 0))
    fault(
      reading,
      'declaredShare',
      `A share of ${rateDecimal(rate.value)}% cannot be: write a share from 0 to 100`,
    )
  return { amount, own, printedShare: printed || null, when }
}
