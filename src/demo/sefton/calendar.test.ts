import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDated } from '#src/domain/calendar/calendar-events.ts'
import { shipped } from '../csv.ts'
import { calendarRules } from './calendar.ts'

const rules = calendarRules()
const begins = (prefix: string) => rules.filter(({ code }) => code.startsWith(prefix))

test('every line of the papers is a rule, but for the months that they leave blank', () => {
  const lines = (file: string) => shipped(`sefton/${file}`).length
  const blank = shipped('sefton/planning_cycle.csv').filter(({ activity }) => activity === '').length
  assert.equal(blank, 5)
  assert.equal(begins('planning-').length, lines('planning_cycle.csv') - blank)
  assert.equal(begins('local-').length, lines('monitoring_frequency.csv'))
  assert.equal(begins('report-').length, lines('reporting_levels.csv'))
  const cycles = new Set(begins('cycle-').map(({ code }) => code.split('-')[1]))
  assert.equal(cycles.size, lines('cycle_rules.csv'))
  assert.equal(begins('panel-').length, 3)
  assert.equal(new Set(rules.map(({ code }) => code)).size, rules.length)
})

test('every period that the planning cycle names is understood', () => {
  const named = shipped('sefton/planning_cycle.csv').filter((row) => row.activity && row.period_covered)
  assert.equal(begins('planning-').filter(({ covers }) => covers).length, named.length)
})

test('a frequency that gives no dates is kept in its own words', () => {
  const undated = begins('report-').filter((rule) => !isDated(rule))
  assert.deepEqual([...new Set(undated.map(({ often }) => often))].sort(), [
    'as data is updated',
    'every six months',
    null,
    'regular',
    'regular; appraisal annual',
  ])
})

test('no four-year cycle has a year, for the papers name none', () => {
  assert.deepEqual(
    rules.filter(({ cycleStart }) => cycleStart !== null),
    [],
  )
})

test('service plans and the budget are planned in the same months, September to January', () => {
  const spans = rules.filter(({ firstMonth, lastMonth }) => firstMonth === 9 && lastMonth === 1)
  assert.deepEqual(
    spans.map(({ kind }) => kind),
    ['planning', 'budget'],
  )
})

test('reviews of risk and of the framework are in the calendar beside reports and the budget', () => {
  assert.deepEqual([...new Set(rules.map(({ kind }) => kind))].toSorted(), [
    'budget',
    'framework',
    'performance',
    'planning',
    'reporting',
    'risk',
  ])
})
