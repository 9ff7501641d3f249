import path from 'node:path'
import { readConfig } from '../../config.ts'
import { readFinancialMonth, readFinancialYear } from '../../domain/finance/import/financial-month.ts'
import { unitNamed } from '../../domain/finance/import/money-unit.ts'
import { monthMeanings, revenueShapes } from '../../domain/finance/import/revenue-settings.ts'
import { varianceSigns } from '../../domain/finance/import/variance-sign.ts'
import type { Parsed } from '../../domain/period.ts'
import type { FinanceKind } from '../../finance/import/finance-result.ts'
import { type FinanceSettings, importFinance } from '../../finance/import/import-finance.ts'
import { type Given, type Terminal, textOption, UsageError } from '../command.ts'
import { financeSummary } from '../finance-summary.ts'
import { chosenAuthority, operator, withDatabase } from '../with-database.ts'

/** Stores a revenue position or a capital programme from a file, or says what stands in the way. */
export async function importFinanceFrom(
  kind: FinanceKind,
  file: string,
  given: Given,
  { out, err }: Terminal,
): Promise<number> {
  const config = readConfig()
  const settings = settingsOf(kind, given)
  const dryRun = given.options['dry-run'] === true
  const storing = {
    dryRun,
    acceptWarnings: given.options['accept-warnings'] === true,
    reason: textOption(given, 'reason')?.trim() || null,
  }
  const result = await withDatabase(config, async (database) => {
    const actor = operator(await chosenAuthority(database, config.authority))
    return importFinance(database.db, actor, { path: file, file: path.basename(file), settings }, storing)
  })
  if (given.options.json === true) out(JSON.stringify(result, null, 2))
  else financeSummary(result, dryRun, out, err)
  return result.stored || (dryRun && result.problems.length === 0) ? 0 : 1
}

function settingsOf(kind: FinanceKind, given: Given): FinanceSettings {
  const year = parsed(given, 'year', readFinancialYear)
  const shared = {
    sheet: textOption(given, 'sheet') ?? null,
    unit: chosen(given, 'unit', unitNamed, 'pounds, thousands, millions'),
    financialYear: year,
    month: parsed(given, 'month', (text) => readFinancialMonth(text, year)),
  }
  if (kind === 'capital') return { kind, ...shared }
  return {
    kind,
    ...shared,
    shape: oneOf(given, 'shape', revenueShapes),
    months: oneOf(given, 'months', monthMeanings),
    varianceSign: oneOf(given, 'variance-sign', varianceSigns),
    costCentres: pairsIn(textOption(given, 'cost-centres') ?? ''),
  }
}

function parsed(given: Given, name: string, read: (text: string) => Parsed<string>): string | null {
  const text = textOption(given, name)
  if (text === undefined) return null
  const result = read(text)
  if (!result.ok) throw new UsageError(`--${name}: ${result.problem}`)
  return result.value
}

function chosen<T>(given: Given, name: string, read: (text: string) => T | null, known: string): T | null {
  const text = textOption(given, name)
  if (text === undefined) return null
  const value = read(text)
  if (value === null) throw new UsageError(`--${name} '${text}' is not known. Known: ${known}.`)
  return value
}

const oneOf = <Choice extends string>(
  given: Given,
  name: string,
  choices: Readonly<Record<Choice, string>>,
): Choice | null => {
  const names = Object.keys(choices) as Choice[]
  return chosen(given, name, (text) => names.find((each) => each === text) ?? null, names.join(', '))
}

function pairsIn(list: string): Record<string, string> {
  const pairs = list.split(',').filter((pair) => pair.trim() !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [centre = '', service = '', ...more] = pair.split('=').map((part) => part.trim())
      if (centre === '' || service === '' || more.length > 0)
        throw new UsageError(
          `--cost-centres '${pair}' does not name a cost centre and its service. Write C100=adult-social-care.`,
        )
      return [centre, service]
    }),
  )
}
