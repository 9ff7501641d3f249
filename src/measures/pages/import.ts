import { readFile } from 'node:fs/promises'
import { uploadLimits } from '../../access/uploads.ts'
import { fileOf, form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { momentText } from '../../web/moment-text.ts'
import { page } from '../../web/page.ts'
import { sizeText } from '../../web/upload.ts'
import { uploadOf } from '../../web/waiting-file.ts'
import { latestImports } from '../import/latest-imports.ts'
import { sourceNames } from '../import/sources.ts'
import { mostFiguresHere, tryImport } from '../import/trial.ts'
import { UnreadableFile } from '../import/unreadable-file.ts'
import { keepForLooking } from '../import/waiting-commands.ts'

const notices: Readonly<Record<string, string>> = {
  stored: 'The figures are stored.',
  held: 'Every figure of the file was held already. Nothing has changed.',
  away: 'The file is thrown away. Nothing of it was stored.',
}

const importsShown = 10
const count = (n: number): string => n.toLocaleString('en-GB')

/** Choosing a file of figures, and what was stored last. */
export const importPage = page({
  path: '/import',
  action: 'measure.record-values',
  template: 'measures/pages/import.njk',
  view: async (asked) => {
    const { db, query } = asked
    const sources = await sourceNames(db)
    const made = await latestImports(db, importsShown)
    return {
      form: formView(asked, '/import', { file: '', source: query.get('source') ?? '' }),
      notice: notices[query.get('done') ?? ''] ?? null,
      size: sizeText(uploadLimits.bytes),
      figures: count(mostFiguresHere),
      sources: sources.join(', '),
      made: made.map(({ at, by, file, added, revised, unchanged }) => ({
        at: momentText(at),
        by,
        file,
        counts: [count(added), count(revised), count(unchanged)],
      })),
    }
  },
  title: 'Import figures',
  breadcrumbs: () => [{ text: 'Measures', href: '/measures' }],
})

export const importForm = form({
  path: '/import',
  action: 'measure.record-values',
  page: importPage,
  upload: { field: 'file', mostBytes: uploadLimits.bytes },
  read: (body) => {
    const source = (body.get('source') ?? '').trim()
    return source.length > 100
      ? { ok: false, problems: [{ field: 'source', text: 'Enter a name of at most 100 characters' }] }
      : { ok: true, input: source || null }
  },
  run: async (db, actor, source, posted) => {
    const { path, name, sha256 } = fileOf(posted)
    const settings = { source, mapping: {}, accepted: [] }
    try {
      const trial = await tryImport(db, actor, { path, file: name }, settings)
      const content = await readFile(path)
      const upload = { ...uploadOf(posted, 'figures'), fileName: name, sha256, content, settings, trial }
      return { ok: true, result: await keepForLooking(db, actor, upload) }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      return { ok: false, problems: [{ field: 'file', text: error.message }] }
    }
  },
  leadsTo: (id) => `/import/${id}`,
})
