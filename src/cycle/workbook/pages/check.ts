import { uploadFor } from '../../../access/uploads.ts'
import { counted } from '../../../domain/counted.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { uploadOf, waitingFile } from '../../../web/waiting-file.ts'
import { answerRequests } from '../../answer-requests.ts'
import { answersOf, saidBy, tryWorkbook, type WorkbookTrial } from '../try-workbook.ts'
import { forgetWorkbook, retryWorkbook } from '../waiting-commands.ts'

/** What a workbook that was sent back would answer, before it does. */
export const workbookCheckPage = page({
  path: '/my/upload/:id',
  action: 'cycle.answer',
  template: 'cycle/workbook/pages/check.njk',
  view: async (asked) => {
    const { params, db } = asked
    const upload = await uploadFor(db, params.id, uploadOf(asked, 'answers'))
    // Written by this program's own trial.
    const trial = upload.trial as WorkbookTrial
    const { answers, problems, warnings, conflicts, untouched } = trial
    const blocked = problems.length > 0 || conflicts.length > 0
    const sound = answers.filter((answer) => !problems.some(({ row }) => row === answer.row))
    return {
      fileName: upload.fileName,
      notice:
        asked.query.get('done') === 'changed'
          ? 'Something has changed since you looked, so nothing was stored. Look again at what would happen now.'
          : null,
      lead: leadOf(trial),
      facts: [
        {
          term: 'Would be answered',
          text: counted(sound.length, 'measure'),
          detail: null,
          href: null,
        },
        { term: 'Left empty', text: counted(untouched, 'row'), detail: null, href: null },
        { term: 'Problems', text: String(problems.length + conflicts.length), detail: null, href: null },
      ],
      problems,
      conflicts,
      warnings,
      answers: sound.map(({ row, title, given }) => ({ row, title, says: saidBy(given) })),
      mayStore: !blocked && answers.length > 0,
      storeText: `Store ${counted(answers.length, 'answer')}`,
      store: formView(asked, `/my/upload/${params.id}/store`, { right: '' }),
      away: formView(asked, `/my/upload/${params.id}/throw-away`, {}),
    }
  },
  title: ({ fileName }) => `Before ${fileName} is stored`,
  breadcrumbs: () => [
    { text: 'My list', href: '/my' },
    { text: 'Answer by spreadsheet', href: '/my/upload' },
  ],
})

function leadOf({ answers, problems, conflicts }: WorkbookTrial): string {
  if (problems.length > 0)
    return 'Nothing can be stored yet. All rows are stored, or none: put these right and send the file again.'
  if (conflicts.length > 0)
    return 'Nothing can be stored yet: somebody else has answered some of these since you fetched the file.'
  return answers.length === 0
    ? 'No row is filled in, so there is nothing to store.'
    : 'Nothing is stored yet. Look at what would be, then store it.'
}

/** Stores the answers that were looked at, all or none, and forgets the file. */
export const workbookStoreForm = form({
  path: '/my/upload/:id/store',
  action: 'cycle.answer',
  page: workbookCheckPage,
  read: (body) => ({ ok: true, input: body.get('right') === 'yes' }),
  run: async (db, actor, right, posted) => {
    const { id, of, trial: kept, withFile } = await waitingFile(db, actor, posted, 'answers')
    // Written by this program's own trial.
    const trial = kept as WorkbookTrial
    if (trial.warnings.length > 0 && !right)
      return {
        ok: false,
        problems: [
          {
            field: 'right',
            text: 'Tick that you have looked at these figures and they are right, or mend the file',
          },
        ],
      }
    const input = answersOf(trial.answers, trial.quarter, trial.origin)
    const { stored } = await answerRequests(db, actor, { ...input, acceptWarnings: right })
    // The command before counted this posting.
    const { submission: _, ...again } = actor
    if (stored) {
      await forgetWorkbook(db, again, { id, of })
      return { ok: true, result: '/my/upload?done=stored' }
    }
    const now = await withFile(({ path }) => tryWorkbook(db, actor, path))
    await retryWorkbook(db, actor, { id, of, trial: now })
    return { ok: true, result: `/my/upload/${id}?done=changed` }
  },
  leadsTo: (to) => to,
})

export const workbookThrowAwayForm = form({
  path: '/my/upload/:id/throw-away',
  action: 'cycle.answer',
  page: workbookCheckPage,
  read: () => ({ ok: true, input: null }),
  run: async (db, actor, _, posted) => {
    await forgetWorkbook(db, actor, { id: posted.params.id, of: uploadOf(posted, 'answers') })
    return { ok: true, result: null }
  },
  leadsTo: () => '/my/upload?done=away',
})
