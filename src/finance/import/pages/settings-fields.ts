import { readFinancialMonth, readFinancialYear } from '../../../domain/finance/import/financial-month.ts'
import { type MoneyUnit, moneyUnits, unitNamed } from '../../../domain/finance/import/money-unit.ts'
import { monthMeanings, revenueShapes } from '../../../domain/finance/import/revenue-settings.ts'
import { varianceSigns } from '../../../domain/finance/import/variance-sign.ts'
import { sentenceCase } from '../../../domain/report/cells.ts'
import type { Problem, Read } from '../../../web/form.ts'
import type { FinanceSettings } from '../import-finance.ts'

export type Choice = { readonly value: string; readonly text: string; readonly selected: boolean }

/** The choices of a select, the first of them that nothing is stated. */
export function choices(
  all: Readonly<Record<string, string>>,
  chosen: string,
  none = 'As the file says',
): Choice[] {
  const stated = Object.entries(all).map(([value, text]) => ({
    value,
    text: sentenceCase(text),
    selected: value === chosen,
  }))
  return [{ value: '', text: none, selected: chosen === '' }, ...stated]
}

export const unitChoices = (chosen: string): Choice[] =>
  choices(
    Object.fromEntries(
      Object.entries(moneyUnits).map(([unit, { name, sign }]) => [unit, `${name} (${sign})`]),
    ),
    chosen,
  )
export const shapeChoices = (chosen: string): Choice[] =>
  choices(revenueShapes, chosen, 'As it was recognised')
export const meaningChoices = (chosen: string): Choice[] =>
  choices(monthMeanings, chosen, 'The file is of one month')
export const signChoices = (chosen: string): Choice[] =>
  choices({ 'underspend-positive': varianceSigns['underspend-positive'] }, chosen, 'Overspends above nought')

/** What stands in the fields first. */
export const settingsValues = (settings: FinanceSettings) => ({
  sheet: settings.sheet ?? '',
  unit: settings.unit ?? '',
  month: settings.month ?? '',
  year: settings.financialYear ?? '',
  shape: settings.kind === 'revenue' ? (settings.shape ?? '') : '',
  months: settings.kind === 'revenue' ? (settings.months ?? '') : '',
  sign: settings.kind === 'revenue' ? (settings.varianceSign ?? '') : '',
})

const keyIn = <Key extends string>(all: Readonly<Record<Key, unknown>>, text: string): Key | null =>
  (Object.keys(all) as Key[]).find((key) => key === text) ?? null

export type Stated = {
  readonly sheet: string | null
  readonly unit: MoneyUnit | null
  readonly month: string | null
  readonly financialYear: string | null
  readonly shape: keyof typeof revenueShapes | null
  readonly months: keyof typeof monthMeanings | null
  readonly varianceSign: keyof typeof varianceSigns | null
}

/** What is stated in the form, or what is wrong with it. */
export function readStated(body: URLSearchParams): Read<Stated> {
  const typed = (name: string): string => (body.get(name) ?? '').trim().slice(0, 200)
  const problems: Problem[] = []
  const year = typed('year') === '' ? null : readFinancialYear(typed('year'))
  if (year && !year.ok) problems.push({ field: 'year', text: 'Enter the financial year as 2024-25' })
  const financialYear = year?.ok ? year.value : null
  const month = typed('month') === '' ? null : readFinancialMonth(typed('month'), financialYear)
  if (month && !month.ok) problems.push({ field: 'month', text: 'Enter the month as June 2024 or 2024-06' })
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    input: {
      sheet: typed('sheet') || null,
      unit: unitNamed(typed('unit')),
      month: month?.ok ? month.value : null,
      financialYear,
      shape: keyIn(revenueShapes, typed('shape')),
      months: keyIn(monthMeanings, typed('months')),
      varianceSign: keyIn(varianceSigns, typed('sign')),
    },
  }
}

/** The settings with what was stated in place of what was before. */
export function withStated(settings: FinanceSettings, stated: Stated): FinanceSettings {
  const { sheet, unit, month, financialYear } = stated
  if (settings.kind === 'capital') return { ...settings, sheet, unit, month, financialYear }
  return { ...settings, ...stated }
}
