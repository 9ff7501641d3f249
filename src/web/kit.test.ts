import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Table } from '../domain/report/blocks.ts'
import type { Layout } from './layout.ts'
import { pagesOf } from './paging.ts'
import { createRender } from './render.ts'
import { sampleDistribution, sampleLine } from './testing/sample-charts.ts'

const table: Table = {
  name: 'areas',
  caption: 'By area',
  columns: [
    { key: 'area', label: 'Area', align: 'left', weight: 1 },
    { key: 'rate', label: 'Rate', align: 'right', weight: 1 },
  ],
  rows: [
    { role: 'group', cells: [{ kind: 'text', text: 'North' }] },
    {
      role: 'body',
      cells: [
        { kind: 'text', text: 'Formby', href: '/areas/formby' },
        { kind: 'number', text: 'not collected', value: null, source: null },
      ],
    },
    {
      role: 'total',
      cells: [
        { kind: 'text', text: 'All' },
        { kind: 'number', text: '54.1%', value: '54.1', source: null },
      ],
    },
  ],
  notes: ['Household waste only.'],
}

const view = {
  hostile: '<img src=x onerror=alert(1)>"',
  line: sampleLine,
  distribution: sampleDistribution,
  table,
  sort: { rate: { href: '?sort=rate', direction: 'descending' } },
  choices: [{ value: 'bad', text: 'Worse', selected: true }],
  pages: pagesOf({ total: 120, size: 50, path: '/measures', query: new URLSearchParams() }),
  facts: [{ term: 'Savings', text: '£1.350m', detail: 'at risk', href: null }],
  readings: [
    { term: 'Target', word: '90%', detail: null, variation: null, assurance: null },
    {
      term: 'Real change?',
      word: 'Better than usual',
      detail: 'on only 7 figures',
      variation: { variation: 'improvement', rising: true },
      assurance: null,
    },
  ],
  steps: [{ term: 'Real change', says: ['92% is above the usual range.'], rule: 'Outside it.' }],
  attention: [
    {
      tone: 'bad',
      status: 'Worse',
      sentence: 'Fell to 48%.',
      href: '/m',
      owner: 'Children',
      sparkline: null,
    },
  ],
}
const html = createRender({ strict: true })('testing/kit.njk', view, {} as Layout)

test('every part of the kit takes a strict view, and says nothing undefined', () => {
  assert.doesNotMatch(html, /undefined|null|\[object|NaN/)
})

test('what comes from outside is text, in words and in attributes', () => {
  assert.doesNotMatch(html, /<img/)
  assert.match(html, /value="&lt;img src=x onerror=alert\(1\)&gt;&quot;"/)
})

test('a status is a word and a shape', () => {
  assert.match(
    html,
    /<svg class="gt-mark"[^>]*aria-hidden="true"[\s\S]*?<span class="gt-status__word">Close to target/,
  )
})

test('what is missing is said, in a value and in a table', () => {
  assert.match(html, /gt-value__missing">Not collected/)
  assert.match(html, /<span class="gt-missing">not collected<\/span>/)
})

test('a value says its period and that it is provisional', () => {
  assert.match(html, /2024\/25 Q1, provisional/)
})

test('a figure shows its finding, and has its table and its CSV one step away', () => {
  assert.match(html, /<h2 class="gt-figure__finding">Absence is falling/)
  assert.match(html, /<summary[^>]*>These figures as a table/)
  assert.match(html, /href="\/a\.csv">Download the figures \(CSV\)/)
})

test('a table has heads for its rows, columns and groups, and says how it is sorted', () => {
  assert.match(html, /<th scope="rowgroup" colspan="2">North/)
  assert.match(html, /<th scope="row"><a class="govuk-link" href="\/areas\/formby">Formby/)
  assert.match(html, /aria-sort="descending"><a class="gt-sort gt-sort--descending" href="\?sort=rate">Rate/)
})

test('filters are a form that keeps the rest of the address and works without scripts', () => {
  assert.match(html, /<form class="gt-filters" method="get" action="\/measures"/)
  assert.match(html, /<option value="bad" selected>Worse/)
  assert.match(html, /type="submit">Apply/)
})

test('an icon of variation or assurance is hidden from screen readers, and its word stands beside it', () => {
  assert.match(
    html,
    /<svg class="gt-spc gt-spc--concern"[^>]*aria-hidden="true"[\s\S]*?<span>Worse than usual</,
  )
  assert.match(html, /<svg class="gt-spc gt-spc--will-miss"[\s\S]*?<span>Will miss it</)
  assert.match(html, /<span class="gt-reading-icon"><span>Too few figures</)
})

test('how words were computed is one click away, with its rule', () => {
  assert.match(
    html,
    /<summary class="gt-workings__summary">How this was worked out<\/summary>[\s\S]*Rule: Outside it\./,
  )
})
