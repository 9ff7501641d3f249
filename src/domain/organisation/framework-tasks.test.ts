import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tasksOf } from './framework-tasks.ts'

const leadsTo = (task: string) => (tasksOf(task)[0]?.pages ?? []).map(({ href }) => href)

const cases = {
  'Contribute narrative and data entry for the QSR': ['/my', '/cycles', '/calendar'],
  'Produce QSR narrative and data': ['/my', '/cycles', '/calendar'],
  'Provide insight and data entry where applicable': ['/my', '/signals'],
  'Review and present the CPOR quarterly': ['/reports', '/calendar'],
  'Compile annual service plans': ['/plans', '/calendar'],
  'Monitor corporate performance information': ['/', '/signals'],
  'Sample-test KPIs': ['/audit/samples'],
  'Quality assure data and KPIs the team produces': ['/cycles', '/measures/quality'],
  'Extract and analyse data for performance issues and investigations': ['/signals'],
}

test('every task of the framework names the pages on which it is done', () => {
  for (const [task, pages] of Object.entries(cases))
    for (const href of pages) assert.ok(leadsTo(task).includes(href), `${task}: ${href}`)
})

test('no page is named twice for one task, and a task nothing helps with names none', () => {
  for (const task of Object.keys(cases)) assert.equal(new Set(leadsTo(task)).size, leadsTo(task).length, task)
  assert.deepEqual(leadsTo('Keep the peace'), [])
})
