const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether this is a day that exists, written YYYY-MM-DD: such text sorts as the days do. */
export function isIsoDate(text: unknown): text is string {
  if (typeof text !== 'string') return false
  const parts = SHAPE.exec(text)
  if (parts === null) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
