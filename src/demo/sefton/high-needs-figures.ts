import { type FactBasis, type FactSubject, lastDayOf } from '../../domain/high-needs/fact.ts'
import type { FactInput } from '../../high-needs/record-facts.ts'
import { type CsvRecord, orNull, shipped, slug, sourceOf } from '../csv.ts'
import { amount } from './amount.ts'

const folder = 'sefton/high_needs'

type Figure = Omit<FactInput, 'position'>

/** Every figure about high needs that the papers give, as they give it. */
export const highNeedsFigures = (): FactInput[] =>
  [
    ...deficit(),
    ...plans(),
    ...counts('early_years', 'early-years'),
    ...counts('post16', 'post-16'),
    ...transport(),
    ...places(),
  ].map((fact, index) => ({ ...fact, position: index + 1 }))

const deficit = (): Figure[] =>
  shipped(`${folder}/high_needs_deficit.csv`).map((row) => {
    const [, basis = '', month, year] = /^(\w+)(?: \((\w+) (\d{4})\))?$/.exec(row.basis ?? '') ?? []
    return {
      ...about(row, 'deficit', row.item ?? '', row.period_or_date ?? ''),
      area: row.item?.startsWith('National') ? 'England' : '',
      basis: basis as FactBasis,
      madeIn: month === undefined ? '' : `${year}-${monthNumber(month)}`,
      amount: amount(row.amount_m, 'millions'),
      value: null,
      unit: 'GBP',
    }
  })

const monthNumber = (name: string): string =>
  String('JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(name.slice(0, 3)) / 3 + 1).padStart(2, '0')

/** The papers call the same count by several names. */
const samePlans: Readonly<Record<string, string>> = {
  'Active EHC plans': 'plans',
  'EHC plans maintained': 'plans',
  'Children with EHC plans': 'plans',
  'Children assessed for whom an EHC plan was issued': 'plans-issued',
  'EHC plans issued': 'plans-issued',
}

const plans = (): Figure[] =>
  shipped(`${folder}/ehcp_counts.csv`).map((row) => {
    const change = row.printed_change ? `Printed change: ${row.printed_change}` : ''
    return {
      ...about(row, 'plans', row.indicator ?? '', row.period ?? ''),
      quantity: samePlans[row.indicator ?? ''] ?? slug(row.indicator ?? ''),
      area: row.area === 'Sefton' ? '' : (row.area ?? ''),
      ...valued(row),
      note: orNull([change, row.note].filter((words) => words).join('; ')),
    }
  })

const counts = (file: string, subject: FactSubject): Figure[] =>
  shipped(`${folder}/${file}.csv`).map((row) => ({
    ...about(row, subject, row.indicator ?? '', row.period ?? ''),
    ...valued(row),
  }))

const transport = (): Figure[] =>
  shipped(`${folder}/transport_budget.csv`).map((row) => ({
    ...about(row, 'transport', row.item ?? '', row.financial_year ?? ''),
    basis: 'budget',
    amount: amount(row.amount_m, 'millions'),
    value: null,
    unit: 'GBP',
  }))

const places = (): Figure[] =>
  shipped(`${folder}/send_places_facts.csv`).map((row) => ({
    ...about(row, 'places', row.item ?? '', row.period || 'not stated'),
    ...valued(row),
    basis: ['coming years', 'future', '2024/25'].includes(row.period ?? '') ? 'aim' : 'actual',
  }))

const about = (row: CsvRecord, subject: FactSubject, item: string, period: string) => ({
  subject,
  quantity: slug(item),
  area: '',
  period,
  basis: 'actual' as FactBasis,
  madeIn: '',
  item,
  endsOn: lastDayOf(period),
  source: sourceOf(row),
  note: 'note' in row ? orNull(row.note) : null,
})

/** Pounds are an amount of money, everything else a number. */
const valued = (row: CsvRecord) =>
  row.unit === 'GBP'
    ? { amount: amount(row.value, 'pounds'), value: null, unit: 'GBP' }
    : { amount: null, value: Number(row.value), unit: row.unit ?? '' }
