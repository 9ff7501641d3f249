import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bankHolidays, firstYear } from './bank-holidays.ts'
import { easterSunday } from './easter.ts'
import { exceptionalHolidays } from './exceptional-holidays.ts'

/** As published by GOV.UK for England and Wales. */
const published: Record<number, string> = {
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
}

for (const [year, days] of Object.entries(published)) {
  test(`the bank holidays of ${year} are those that were published`, () => {
    const found = bankHolidays(Number(year)).map(({ date }) => date.slice(5))
    assert.equal(found.join(' '), days)
  })
}

test('Easter is on the day that the almanacs give, early and late', () => {
  const known = [
    '1818-03-22',
    '1943-04-25',
    '1961-04-02',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2285-03-22',
  ]
  assert.deepEqual(
    known.map((date) => easterSunday(Number(date.slice(0, 4)))),
    known,
  )
})

test('Easter is a Sunday from 22 March to 25 April in every year', () => {
  for (let year = 1583; year < 4100; year++) {
    const easter = easterSunday(year)
    assert.equal(Temporal.PlainDate.from(easter).dayOfWeek, 7, easter)
    assert.ok(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25', easter)
  }
})

test('a substitute day is named as one, and the day it stands for is a working matter no more', () => {
  const names = (year: number) => Object.fromEntries(bankHolidays(year).map(({ date, name }) => [date, name]))
  assert.equal(names(2021)['2021-12-27'], 'Christmas Day (substitute day)')
  assert.equal(names(2021)['2021-12-28'], 'Boxing Day (substitute day)')
  assert.equal(names(2022)['2022-12-26'], 'Boxing Day')
  assert.equal(names(2022)['2022-12-27'], 'Christmas Day (substitute day)')
  assert.equal(names(2023)['2023-01-02'], 'New Year’s Day (substitute day)')
})

test('every year has eight weekdays as bank holidays, and what was proclaimed besides', () => {
  fc.assert(
    fc.property(fc.integer({ min: firstYear, max: 2199 }), (year) => {
      const days = bankHolidays(year).map(({ date }) => date)
      const extra = exceptionalHolidays.filter(
        ({ date, insteadOf }) => date.startsWith(String(year)) && insteadOf === null,
      )
      assert.equal(days.length, 8 + extra.length)
      assert.deepEqual(days, [...new Set(days)].sort())
      for (const date of days) assert.ok(Temporal.PlainDate.from(date).dayOfWeek < 6, date)
    }),
  )
})

test('a year before there was an Early May bank holiday is refused', () => {
  assert.throws(() => bankHolidays(1977), /known from 1978/)
})
