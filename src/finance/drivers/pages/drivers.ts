import type { Db } from '../../../db/database.ts'
import { can } from '../../../domain/access/can.ts'
import type { Table } from '../../../domain/report/blocks.ts'
import { column, text } from '../../../domain/report/cells.ts'
import { registeredMeasures } from '../../../measures/queries.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { financeNav } from '../../finance-nav.ts'
import { typedReader } from '../../typed-reader.ts'
import { type CostDriver, costDrivers } from '../cost-drivers.ts'
import { tieDrivers } from '../tie-drivers.ts'

const address = '/finance/drivers'
const longest = 200
const blank = { measure: '', service: '', drives: '', basis: '' }

/** Which measure drives which budget, and a form to tie the two or untie them. */
export const driversPage = page({
  path: address,
  action: 'finance.view',
  template: 'finance/drivers/pages/drivers.njk',
  view: async (asked) => {
    const { db, actor, query } = asked
    const names = await namesOf(db)
    const tied = await costDrivers(db)
    const makeForm = formView(asked, address, blank)
    return {
      nav: financeNav(address),
      notice: query.get('done') === 'tied' ? 'It is recorded.' : null,
      table: driversTable(tied, names),
      isEmpty: tied.length === 0,
      form: can(actor, 'finance.record').allowed ? makeForm : null,
      measures: choices(names.measures, makeForm.values.measure, 'Choose a measure'),
      services: choices(names.services, makeForm.values.service, 'Choose a service'),
    }
  },
  title: 'What drives the cost',
  tables: ({ table }) => [table],
})

export const driversForm = form({
  path: address,
  action: 'finance.record',
  page: driversPage,
  read: (body) => {
    const { problems, words, wordsOrNull } = typedReader(body, longest)
    const input = {
      measure: words('measure', 'Choose the measure'),
      service: words('service', 'Choose the service whose budget it drives'),
      drives: wordsOrNull('drives'),
      basis: words('basis', 'Say how this is known'),
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, input }
  },
  run: async (db, actor, input) => ({ ok: true, result: await tieDrivers(db, actor, [input]) }),
  leadsTo: () => `${address}?done=tied`,
})

type Names = {
  readonly measures: ReadonlyMap<string, string>
  readonly services: ReadonlyMap<string, string>
}

async function namesOf(db: Db): Promise<Names> {
  const measures = await registeredMeasures(db)
  const services = await db
    .selectFrom('service')
    .select(['code', 'name'])
    .where('kind', '=', 'service')
    .orderBy('position')
    .execute()
  return {
    measures: new Map(measures.map(({ code, title }) => [code, title])),
    services: new Map(services.map(({ code, name }) => [code, name])),
  }
}

const choices = (names: ReadonlyMap<string, string>, chosen: string, first: string) => [
  { value: '', text: first },
  ...[...names].map(([value, text]) => ({ value, text, selected: value === chosen })),
]

function driversTable(tied: readonly CostDriver[], { measures, services }: Names): Table {
  return {
    name: 'cost-drivers',
    caption: 'Measures tied to the budgets they drive',
    columns: [
      column('service', 'Budget of', 'left', 2),
      column('drives', 'Cost of', 'left', 2),
      column('measure', 'Driven by', 'left', 4),
      column('basis', 'How this is known', 'left', 2),
    ],
    rows: tied.map(({ service, drives, measure, basis }) => ({
      role: 'body',
      cells: [
        text(services.get(service) ?? service, `/whole-picture/services/${service}`),
        text(drives),
        text(measures.get(measure) ?? measure, `/measures/${measure}`),
        text(basis),
      ],
    })),
    notes: [],
  }
}
