import { stat } from 'node:fs/promises'
import { monthMeanings, revenueShapes } from '../../domain/finance/import/revenue-settings.ts'
import { varianceSigns } from '../../domain/finance/import/variance-sign.ts'
import { type Command, UsageError } from '../command.ts'
import { importFinanceFrom } from './import-finance.ts'
import { importObservationsFrom } from './import-observations.ts'

const oneOf = (choices: object): string => Object.keys(choices).join(', ')

export const importCommand: Command = {
  name: 'import',
  arguments: 'observations | revenue | capital FILE',
  summary: 'store figures or money from a CSV, XLSX or ODS file, all of it or none',
  options: {
    'dry-run': { type: 'boolean', says: 'say what would change, and change nothing' },
    reason: {
      type: 'string',
      value: 'TEXT',
      says: 'why figures already held are revised, or why what was asked about is right',
    },
    'accept-warnings': { type: 'boolean', says: 'store figures that look unlikely without asking' },
    source: {
      type: 'string',
      value: 'NAME',
      says: 'where the file comes from: how it is laid out is remembered by this name',
    },
    sheet: {
      type: 'string',
      value: 'NAME',
      says: 'the sheet to read (default: the first that is a table of figures)',
    },
    columns: {
      type: 'string',
      value: 'LIST',
      says: 'columns by their headers, such as area_code=LA code,value=Result',
    },
    series: { type: 'string', value: 'CODE', says: 'the series, where no column gives it' },
    area: { type: 'string', value: 'GSS', says: 'the area, where no column gives it' },
    period: {
      type: 'string',
      value: 'PERIOD',
      says: 'the period, where no column gives it, such as 2024-25-q1',
    },
    unit: {
      type: 'string',
      value: 'UNIT',
      says: 'money: what the amounts are in: pounds, thousands or millions',
    },
    month: {
      type: 'string',
      value: 'MONTH',
      says: 'money: the month whose end the position is of, or of the meeting that saw the programme, such as 2024-06',
    },
    year: { type: 'string', value: 'YEAR', says: 'money: the financial year, such as 2024-25' },
    shape: {
      type: 'string',
      value: 'SHAPE',
      says: `revenue: how the file is laid out: ${oneOf(revenueShapes)}`,
    },
    months: {
      type: 'string',
      value: 'MEANING',
      says: `revenue: what the rows of several months are: ${oneOf(monthMeanings)}`,
    },
    'variance-sign': {
      type: 'string',
      value: 'SIGN',
      says: `revenue: which way the file signs variances: ${oneOf(varianceSigns)}`,
    },
    'cost-centres': {
      type: 'string',
      value: 'LIST',
      says: 'revenue: cost centres with their services, such as C100=adult-social-care,C200=communities',
    },
    json: { type: 'boolean', says: 'print the result as one JSON document' },
  },
  run: async (given, terminal) => {
    const [kind, file, ...more] = given.positionals
    if (kind !== 'observations' && kind !== 'revenue' && kind !== 'capital')
      throw new UsageError(
        `'${kind ?? ''}' is not a kind of file that can be imported. Known: observations, revenue, capital.`,
      )
    if (file === undefined || more.length > 0) throw new UsageError('Name one file to import.')
    await checkFile(file)
    return kind === 'observations'
      ? importObservationsFrom(file, given, terminal)
      : importFinanceFrom(kind, file, given, terminal)
  },
}

async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `${file} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}.`,
    )
  })
  if (!found.isFile()) throw new UsageError(`${file} is not a file.`)
}
