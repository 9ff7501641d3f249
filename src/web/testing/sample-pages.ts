import { sql } from 'kysely'
import { Conflict, NotFound } from '../../access/refusals.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { json, page, resource } from '../page.ts'

/** Pages that only the tests of the kit serve. They ask the real database, so that the transaction is a real one. */
export const samplePages = [
  page({ path: '/', action: 'home.view', template: 'web/testing/show.njk', title: 'Home', view: () => bins }),
  page({
    path: '/measures/:code',
    action: 'measure.view',
    template: 'web/testing/show.njk',
    view: async ({ db, params, query }) => {
      if (params.code === 'unknown') throw new NotFound("No measure has the code 'unknown'.", [meant])
      if (params.code === 'changed') throw new Conflict('The target was changed to 60% by Finance.')
      if (params.code === 'broken') throw new Error('a secret detail')
      if (params.code === 'silent') throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
      const { rows } = await sql<{ authority: string }>`
        select current_setting('app.authority') as authority`.execute(db)
      return {
        ...bins,
        code: params.code,
        comment: query.get('comment'),
        authority: rows[0]?.authority ?? '',
      }
    },
    title: ({ name }) => name,
    tables: ({ code }) => [byArea(code), { ...byArea('other'), name: 'other' }],
    periods: () => ({
      label: 'Quarter',
      current: '2024/25 Q1',
      choices: [{ text: '2023/24 Q4', href: '?q=4' }],
    }),
  }),
  page({
    path: '/misspelt',
    action: 'home.view',
    template: 'web/testing/misspelt.njk',
    title: 'Misspelt',
    view: () => ({ comment: null }),
  }),
  resource({
    path: '/api/v1/measures',
    action: 'measure.view',
    gather: () => [bins.name],
    answer: (measures) => json({ measures }),
  }),
  resource({
    path: '/reports/file',
    action: 'report.view',
    gather: () => 'text',
    answer: (body) => ({ type: 'text/plain', body, fileName: 'Q1 report.txt' }),
  }),
]

const meant = { text: 'Recycling rate', href: '/measures/recycling-rate' }

const bins = {
  name: 'Bins & <b>boxes</b>',
  comment: null as string | null,
  areas: [{ name: 'Bootle', value: '12.5%' }],
}

function byArea(code: string): Table {
  return {
    name: code,
    caption: 'By area',
    columns: [
      { key: 'area', label: 'Area', align: 'left', weight: 2 },
      { key: 'rate', label: 'Rate, %', align: 'right', weight: 1 },
    ],
    rows: [
      { role: 'group', cells: [{ kind: 'text', text: 'North' }] },
      row('=Southport, "north"', '12.5', '12.5%'),
      row('Formby', null, 'not collected'),
    ],
    notes: ['Household waste only.'],
  }
}

function row(area: string, value: string | null, text: string): Table['rows'][number] {
  return {
    role: 'body',
    cells: [
      { kind: 'text', text: area },
      { kind: 'number', text, value, source: null },
    ],
  }
}
