/**
 * Values with their units, and how they are printed. Numbers are rounded here, for display, and nowhere else.
 * Units are those of the strategic measures of a council's corporate plan.
 */
export const units = {
  percentage: { name: 'percentage', decimals: 1, before: '', after: '%' },
  count: { name: 'number', decimals: 0, before: '', after: '' },
  'per-1000': { name: 'rate per 1,000', decimals: 2, before: '', after: ' per 1,000' },
  'per-100000': { name: 'rate per 100,000', decimals: 1, before: '', after: ' per 100,000' },
  score: { name: 'score', decimals: 2, before: '', after: '' },
  ratio: { name: 'average', decimals: 1, before: '', after: '' },
  pounds: { name: 'pounds', decimals: 0, before: '£', after: '' },
  'pounds-thousand': { name: 'thousands of pounds', decimals: 0, before: '£', after: 'k' },
  tonnes: { name: 'tonnes', decimals: 1, before: '', after: ' tonnes' },
  kwp: { name: 'kilowatts peak', decimals: 1, before: '', after: ' kWp' },
  'tonnes-co2e': { name: 'tonnes of CO₂ equivalent', decimals: 1, before: '', after: ' tCO₂e' },
  miles: { name: 'miles', decimals: 1, before: '', after: ' miles' },
} as const

export type Unit = keyof typeof units

export const isUnit = (text: string): text is Unit => Object.hasOwn(units, text)

/** '−1,234.5': thousands separated, a true minus sign, half rounded away from zero, never '−0'. */
export function numberText(value: number, decimals: number): string {
  const scale = 10 ** decimals
  // Nudged by a relative epsilon so that 1.005, held as 1.00499…, rounds as the printed decimal does.
  const rounded = Math.round(Math.abs(value) * scale * (1 + Number.EPSILON)) / scale
  const [whole = '0', fraction = ''] = rounded.toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  const sign = value < 0 && rounded !== 0 ? '−' : ''
  return `${sign}${grouped}${decimals > 0 ? `.${fraction}` : ''}`
}

/** '84.8%', '515,327', '55.5 per 100,000', '−£12'. */
export function quantityText(value: number, unit: Unit, decimals: number = units[unit].decimals): string {
  const { before, after } = units[unit]
  const text = numberText(value, decimals)
  return text.startsWith('−') ? `−${before}${text.slice(1)}${after}` : `${before}${text}${after}`
}

/** A change with its sign and, for percentages, in points: '+1.2 percentage points', '−35'. */
export function changeText(change: number, unit: Unit, decimals: number = units[unit].decimals): string {
  const text = numberText(change, decimals)
  const signed = change > 0 && text !== numberText(0, decimals) ? `+${text}` : text
  if (unit === 'percentage') return `${signed} percentage points`
  const { before, after } = units[unit]
  return before === '' ? `${signed}${after}` : quantityText(change, unit, decimals)
}

/** Whether two values print alike, so that no reader is told of a change they cannot see. */
export const printsAlike = (a: number, b: number, decimals: number): boolean =>
  numberText(a, decimals) === numberText(b, decimals)
