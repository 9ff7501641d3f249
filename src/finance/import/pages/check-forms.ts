import type { Db } from '../../../db/database.ts'
import type { Actor } from '../../../domain/access/roles.ts'
import { form } from '../../../web/form.ts'
import { type PostedTo, readReason, uploadOf, waitingFile } from '../../../web/waiting-file.ts'
import type { FinanceSettings } from '../import-finance.ts'
import { type FinanceTrial, storeFinance, tryFinance } from '../trial.ts'
import { changeFinanceFile, throwFinanceFileAway } from '../waiting-commands.ts'
import { financeCheckPage } from './check.ts'
import { readStated, withStated } from './settings-fields.ts'

async function waiting(db: Db, actor: Actor, posted: PostedTo) {
  const file = await waitingFile(db, actor, posted, 'finance')
  // Written by this program's own trial.
  return { ...file, settings: file.settings as FinanceSettings, trial: file.trial as FinanceTrial }
}

/** Reads the file again with other settings, and keeps what would be done then. */
async function readAgain(
  db: Db,
  actor: Actor,
  posted: PostedTo,
  change: (settings: FinanceSettings) => FinanceSettings,
): Promise<string> {
  const { id, of, settings: before, withFile } = await waiting(db, actor, posted)
  const settings = change(before)
  const trial = await withFile((brought) => tryFinance(db, actor, { ...brought, settings }))
  await changeFinanceFile(db, actor, { id, of, settings, trial })
  return id
}

/** Somebody says how the file is laid out, in which unit, and what it is of. */
export const financeReadingForm = form({
  path: '/finance/import/:id/reading',
  action: 'finance.record',
  page: financeCheckPage,
  read: (body) => readStated(body),
  run: async (db, actor, stated, posted) => ({
    ok: true,
    result: await readAgain(db, actor, posted, (settings) => withStated(settings, stated)),
  }),
  leadsTo: (id) => `/finance/import/${id}?done=read`,
})

/** Somebody says which service cost centres belong to. It is remembered when the file is stored. */
export const financeCentresForm = form({
  path: '/finance/import/:id/cost-centres',
  action: 'finance.record',
  page: financeCheckPage,
  read: (body) => {
    const [centres, services] = [body.getAll('centre'), body.getAll('service')]
    const said = centres.flatMap((centre, at) => (services[at] ? [[centre, services[at]] as const] : []))
    return { ok: true, input: Object.fromEntries(said) }
  },
  run: async (db, actor, said, posted) => ({
    ok: true,
    result: await readAgain(db, actor, posted, (settings) =>
      settings.kind === 'revenue'
        ? { ...settings, costCentres: { ...settings.costCentres, ...said } }
        : settings,
    ),
  }),
  leadsTo: (id) => `/finance/import/${id}?done=read`,
})

/** Stores what was looked at, all of it or none, and forgets the file. */
export const financeStoreForm = form({
  path: '/finance/import/:id/store',
  action: 'finance.record',
  page: financeCheckPage,
  read: readReason,
  run: async (db, actor, reason, posted) => {
    const { id, of, settings, trial, withFile } = await waiting(db, actor, posted)
    if (trial.result.warnings.length > 0 && reason === null)
      return { ok: false, problems: [{ field: 'reason', text: 'Enter why what is asked about is right' }] }
    return withFile(async (file) => {
      const brought = { ...file, settings }
      const result = await storeFinance(db, actor, brought, { trial, reason, waiting: { id, of } })
      if (result.stored) return { ok: true, result: '/finance/import?done=stored' }
      const now = await tryFinance(db, actor, brought)
      await changeFinanceFile(db, actor, { id, of, settings, trial: now })
      return { ok: true, result: `/finance/import/${id}?done=changed` }
    })
  },
  leadsTo: (to) => to,
})

export const financeThrowAwayForm = form({
  path: '/finance/import/:id/throw-away',
  action: 'finance.record',
  page: financeCheckPage,
  read: () => ({ ok: true, input: null }),
  run: async (db, actor, _, posted) => {
    await throwFinanceFileAway(db, actor, { id: posted.params.id, of: uploadOf(posted, 'finance') })
    return { ok: true, result: null }
  },
  leadsTo: () => '/finance/import?done=away',
})
