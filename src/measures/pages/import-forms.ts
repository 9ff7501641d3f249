import { takeUpload } from '../../access/uploads.ts'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { form } from '../../web/form.ts'
import { type PostedTo, readReason, uploadOf, waitingFile } from '../../web/waiting-file.ts'
import { type ImportSettings, type ImportTrial, storeTried, tryImport, warningKey } from '../import/trial.ts'
import { changeWaiting, throwAway } from '../import/waiting-commands.ts'
import { importCheckPage } from './import-check.ts'
import { readMapping } from './import-mapping.ts'

async function waiting(db: Db, actor: Actor, posted: PostedTo) {
  const file = await waitingFile(db, actor, posted, 'figures')
  // Written by this program's own trial.
  return { ...file, settings: file.settings as ImportSettings, trial: file.trial as ImportTrial }
}

/** Reads the file again, as somebody says it is laid out. */
export const importMappingForm = form({
  path: '/import/:id/mapping',
  action: 'measure.record-values',
  page: importCheckPage,
  read: (body) => ({ ok: true, input: readMapping(body) }),
  run: async (db, actor, mapping, posted) => {
    const { id, of, settings: before, withFile } = await waiting(db, actor, posted)
    const settings = { ...before, mapping }
    const trial = await withFile((brought) => tryImport(db, actor, brought, settings))
    await changeWaiting(db, actor, { id, of, settings, trial })
    return { ok: true, result: id }
  },
  leadsTo: (id) => `/import/${id}?done=read`,
})

/** Somebody has looked at some of the warnings, or at all of them. */
export const importWarningsForm = form({
  path: '/import/:id/warnings',
  action: 'measure.record-values',
  page: importCheckPage,
  read: (body) => ({ ok: true, input: body.get('all') === 'yes' ? null : body.getAll('warning') }),
  run: async (db, actor, ticked, posted) => {
    const { id, of, settings, trial } = await waiting(db, actor, posted)
    const keys = trial.result.warnings.map(warningKey)
    const accepted =
      ticked === null ? keys : keys.filter((key) => settings.accepted.includes(key) || ticked.includes(key))
    await changeWaiting(db, actor, { id, of, settings: { ...settings, accepted }, trial })
    return { ok: true, result: id }
  },
  leadsTo: (id) => `/import/${id}`,
})

/** Stores what was looked at, all of it or none, and forgets the file. */
export const importStoreForm = form({
  path: '/import/:id/store',
  action: 'measure.record-values',
  page: importCheckPage,
  read: readReason,
  run: async (db, actor, reason, posted) => {
    const { id, of, settings, trial, withFile } = await waiting(db, actor, posted)
    if (trial.result.revised > 0 && reason === null)
      return {
        ok: false,
        problems: [{ field: 'reason', text: 'Enter why figures that are held are changed' }],
      }
    return withFile(async (brought) => {
      const taken = (db: Db) => takeUpload(db, { id, of })
      const result = await storeTried(db, actor, { ...brought, reason }, { settings, trial }, taken)
      if (result.stored) return { ok: true, result: '/import?done=stored' }
      const now = await tryImport(db, actor, brought, settings)
      await changeWaiting(db, actor, { id, of, settings, trial: now })
      return { ok: true, result: `/import/${id}?done=changed` }
    })
  },
  leadsTo: (to) => to,
})

export const importThrowAwayForm = form({
  path: '/import/:id/throw-away',
  action: 'measure.record-values',
  page: importCheckPage,
  read: () => ({ ok: true, input: null }),
  run: async (db, actor, _, posted) => {
    await throwAway(db, actor, { id: posted.params.id, of: uploadOf(posted, 'figures') })
    return { ok: true, result: null }
  },
  leadsTo: () => '/import?done=away',
})
