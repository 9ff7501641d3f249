import { millionsDecimal, type Pence, wholePoundsText } from '../../money.ts'
import type { MoneyUnit } from './money-unit.ts'

/** An exact amount as the file's own unit has it: '£301.418m', '−£530,000', '£1,234.56'. Nothing is rounded away. */
export function moneyText(amount: Pence, unit: MoneyUnit): string {
  const size = amount < 0n ? -amount : amount
  const sign = amount < 0n ? '−' : ''
  if (unit === 'millions') {
    const [whole = '0', fraction = ''] = millionsDecimal(size).split('.')
    return `${sign}£${BigInt(whole).toLocaleString('en-GB')}.${fraction.padEnd(3, '0')}m`
  }
  const pennies = size % 100n
  const pounds = wholePoundsText(size - pennies)
  return `${sign}£${pounds}${pennies === 0n ? '' : `.${String(pennies).padStart(2, '0')}`}`
}
