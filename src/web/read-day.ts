const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** A day as people type it ('31/8/2024', '31 August 2024', '2024-08-31'), as ISO; null when there is no such day. */
export function readDay(text: string): string | null {
  const typed = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return day(iso[1], iso[2], iso[3])
  const english = /^(\d{1,2})[\s./-]+([a-z]+|\d{1,2})[\s./-]+(\d{4})$/.exec(typed)
  if (!english) return null
  const [, date, month = '', year] = english
  const named = months.indexOf(month.slice(0, 3)) + 1
  return day(year, named > 0 ? String(named) : month, date)
}

/** How a day stands in a field before anybody typed: as its hint says it is written, '31 8 2024'. */
export function typedDay(iso: string): string {
  const [year, month, date] = iso.split('-').map(Number)
  return `${date} ${month} ${year}`
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): string | null {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(date) },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return null
  }
}
