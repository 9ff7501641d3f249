import { factBases, isKnownQuantity, knownQuantities, lastDayOf } from '../domain/high-needs/fact.ts'
import { parseMoney } from '../domain/money.ts'
import { isMonth } from '../domain/period.ts'
import type { Problem, Read } from '../web/form.ts'
import type { FactInput } from './record-facts.ts'

const LONGEST = 500
/** Behind those that papers were loaded with. */
const atTheEnd = 10_000
/** No council's deficit is a thousand million pounds: such a number was written in pounds. */
const mostMillions = 1000

/** One figure as somebody typed it. */
export function readFigure(body: URLSearchParams): Read<FactInput> {
  const problems: Problem[] = []
  const refuse = (field: string, text: string) => void problems.push({ field, text })
  const typed = (field: string) => (body.get(field) ?? '').trim()
  const [quantity, period, basis, madeIn] = [
    typed('quantity'),
    typed('period'),
    typed('basis'),
    typed('madeIn'),
  ]
  const [value, source, note] = [typed('value'), typed('source'), typed('note')]
  if (!isKnownQuantity(quantity)) refuse('quantity', 'Choose what the figure is of')
  if (lastDayOf(period) === null)
    refuse('period', 'Write the period as a year (2023/24), a month (2024-02) or a day (2024-03-31)')
  if (!Object.hasOwn(factBases, basis)) refuse('basis', 'Choose how firm it is')
  if (basis === 'forecast' ? !isMonth(madeIn) : madeIn !== '')
    refuse(
      'madeIn',
      basis === 'forecast'
        ? 'Write the month in which the forecast was made, such as 2024-02'
        : 'Only a forecast has a month in which it was made; leave it empty or choose forecast',
    )
  if (source === '') refuse('source', 'Say which paper it is from, and where in it')
  if (source.length > LONGEST || note.length > LONGEST)
    refuse('source', `Write at most ${LONGEST} characters for source and for note`)
  if (!isKnownQuantity(quantity)) return { ok: false, problems }
  const { subject, item } = knownQuantities[quantity]
  const isMoney = subject === 'deficit'
  const amount = isMoney ? parseMoney(value, 'millions') : null
  const count = isMoney ? null : Number(value.replace(/,/g, ''))
  if (amount && !amount.ok) refuse('value', amount.problem)
  if (amount?.ok && Math.abs(Number(amount.value)) > mostMillions * 100_000_000)
    refuse('value', `${value} in £m is more than any deficit; it looks like pounds. Write £38,000,000 as 38`)
  if (amount?.ok && quantity === 'mitigations' && amount.value > 0n)
    refuse('value', `Mitigations lower the deficit: write them with a minus, as −${value}`)
  if (count !== null && (value === '' || !Number.isInteger(count) || count < 0))
    refuse('value', 'Write a whole number, 0 or more')
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    input: {
      subject,
      quantity,
      area: '',
      period,
      basis: basis as FactInput['basis'],
      madeIn,
      position: atTheEnd,
      item,
      endsOn: lastDayOf(period),
      amount: amount?.ok ? amount.value : null,
      value: count,
      unit: isMoney ? 'GBP' : 'plans',
      source,
      note: note === '' ? null : note,
    },
  }
}
