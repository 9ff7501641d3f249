import { readFile } from 'node:fs/promises'
import { uploadLimits } from '../../../access/uploads.ts'
import { monthWords, yearText } from '../../../domain/finance/import/financial-month.ts'
import { UnreadableFile } from '../../../measures/import/unreadable-file.ts'
import { fileOf, form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { momentText } from '../../../web/moment-text.ts'
import { page } from '../../../web/page.ts'
import { sizeText } from '../../../web/upload.ts'
import { uploadOf } from '../../../web/waiting-file.ts'
import { shapeWords } from '../finance-words.ts'
import { financeImports } from '../queries.ts'
import { tryFinance, unsaid } from '../trial.ts'
import { keepFinanceFile } from '../waiting-commands.ts'
import { readStated, unitChoices, withStated } from './settings-fields.ts'
import { templates } from './templates.ts'

const notices: Readonly<Record<string, string>> = {
  stored: 'The amounts are stored.',
  held: 'Every amount of the file was held already. Nothing has changed.',
  away: 'The file is thrown away. Nothing of it was stored.',
}

const importsShown = 10

/** Choosing a file of money, with templates of each shape, and what was stored last. */
export const financeImportPage = page({
  path: '/finance/import',
  action: 'finance.record',
  template: 'finance/import/pages/import.njk',
  view: async (asked) => {
    const { db, query } = asked
    const form = formView(asked, '/finance/import', { kind: '', file: '', month: '', unit: '' })
    const made = await financeImports(db, importsShown)
    return {
      form,
      units: unitChoices(form.values.unit),
      notice: notices[query.get('done') ?? ''] ?? null,
      size: sizeText(uploadLimits.bytes),
      templates: templates.map(({ file, says }) => ({
        file,
        says,
        href: `/finance/import/templates/${file}`,
      })),
      made: made.map(({ at, by, file, subject, shape, lines, reason }) => ({
        at: momentText(at),
        by,
        file,
        ...subjectOf(subject),
        shape: shapeWords(shape),
        lines: lines.toLocaleString('en-GB'),
        reason: reason ?? '',
      })),
    }
  },
  title: 'Import money',
})

/** 'revenue/2024-25/2024-06' as a reader calls it, with its page. */
export function subjectOf(subject: string): { readonly what: string; readonly href: string } {
  const [kind = '', first = '', month = ''] = subject.split('/')
  return kind === 'capital'
    ? { what: `Capital programme, ${monthWords(first)}`, href: `/finance/capital/${first}` }
    : { what: `Revenue ${yearText(first)}, ${monthWords(month)}`, href: `/finance/revenue/${first}/${month}` }
}

export const financeImportForm = form({
  path: '/finance/import',
  action: 'finance.record',
  page: financeImportPage,
  upload: { field: 'file', mostBytes: uploadLimits.bytes },
  read: (body) => {
    const kind = body.get('kind')
    const stated = readStated(body)
    const chosen = kind === 'revenue' || kind === 'capital' ? kind : null
    if (chosen !== null && stated.ok) return { ok: true, input: withStated(unsaid(chosen), stated.input) }
    return {
      ok: false,
      problems: [
        ...(chosen === null ? [{ field: 'kind', text: 'Choose what the file holds' }] : []),
        ...(stated.ok ? [] : stated.problems),
      ],
    }
  },
  run: async (db, actor, settings, posted) => {
    const { path, name, sha256 } = fileOf(posted)
    try {
      const trial = await tryFinance(db, actor, { path, file: name, settings })
      const content = await readFile(path)
      const upload = { ...uploadOf(posted, 'finance'), fileName: name, sha256, content, settings, trial }
      return { ok: true, result: await keepFinanceFile(db, actor, upload) }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      return { ok: false, problems: [{ field: 'file', text: error.message }] }
    }
  },
  leadsTo: (id) => `/finance/import/${id}`,
})
