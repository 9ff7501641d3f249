import { revenueShapes } from '../../domain/finance/import/revenue-settings.ts'

const shapes: Readonly<Record<string, string>> = {
  ...revenueShapes,
  'years-across': 'a programme with its years across the top',
  'year-per-row': 'a programme with a row for each scheme and year',
}

/** What a file was taken for, in words. */
export const shapeWords = (shape: string): string => shapes[shape] ?? shape
