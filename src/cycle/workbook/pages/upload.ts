import { readFile } from 'node:fs/promises'
import { quarterText } from '../../../domain/period-text.ts'
import { UnreadableFile } from '../../../measures/import/unreadable-file.ts'
import { fileOf, form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { uploadOf } from '../../../web/waiting-file.ts'
import { owedBy } from '../owed.ts'
import { tryWorkbook } from '../try-workbook.ts'
import { keepWorkbook } from '../waiting-commands.ts'

const mostBytes = 5_000_000
const notices: Readonly<Record<string, string>> = {
  stored: 'Your answers are stored, and wait to be confirmed.',
  away: 'The file is thrown away. Nothing of it was stored.',
}

/** Fetching the workbook of what one owes, and sending it back. */
export const workbookPage = page({
  path: '/my/upload',
  action: 'cycle.answer',
  template: 'cycle/workbook/pages/upload.njk',
  view: async (asked) => {
    const work = await owedBy(asked.db, asked.actor)
    const owes = work?.rows.length ?? 0
    return {
      form: formView(asked, '/my/upload', { file: '' }),
      notice: notices[asked.query.get('done') ?? ''] ?? null,
      lead:
        work === null
          ? 'No reporting cycle is open, so there is nothing to answer.'
          : owes === 0
            ? `You owe nothing for ${quarterText(work.cycle.quarter)}.`
            : `${owes} ${owes === 1 ? 'measure waits' : 'measures wait'} for your answer for ${quarterText(work.cycle.quarter)}.`,
      open: work !== null,
    }
  },
  title: 'Answer by spreadsheet',
  breadcrumbs: () => [{ text: 'My list', href: '/my' }],
})

export const workbookForm = form({
  path: '/my/upload',
  action: 'cycle.answer',
  page: workbookPage,
  upload: { field: 'file', mostBytes },
  read: () => ({ ok: true, input: null }),
  run: async (db, actor, _, posted) => {
    const { path, name, sha256 } = fileOf(posted)
    try {
      const trial = await tryWorkbook(db, actor, path)
      const content = await readFile(path)
      const kept = { ...uploadOf(posted, 'answers'), fileName: name, sha256, content, settings: {}, trial }
      return { ok: true, result: await keepWorkbook(db, actor, kept) }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      return { ok: false, problems: [{ field: 'file', text: error.message }] }
    }
  },
  leadsTo: (id) => `/my/upload/${id}`,
})
