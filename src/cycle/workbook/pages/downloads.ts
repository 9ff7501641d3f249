import { NotFound } from '../../../access/refusals.ts'
import type { Asked } from '../../../web/page.ts'
import { resource } from '../../../web/page.ts'
import { type OwedWork, owedBy } from '../owed.ts'
import { workbookCsv } from '../workbook-csv.ts'
import { workbookFile } from '../workbook-file.ts'

async function owedWork({ db, actor }: Asked): Promise<OwedWork> {
  const work = await owedBy(db, actor)
  if (work !== null) return work
  throw new NotFound('No reporting cycle is open, so there is no workbook to fill in.', [
    { text: 'Home', href: '/' },
  ])
}

const nameOf = ({ cycle }: OwedWork, ending: string): string => `answers-${cycle.slug}${ending}`

export const workbookDownload = resource({
  path: '/my/workbook.xlsx',
  action: 'cycle.answer',
  gather: owedWork,
  answer: async (work) => ({
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await workbookFile(work),
    fileName: nameOf(work, '.xlsx'),
  }),
})

export const workbookCsvDownload = resource({
  path: '/my/workbook.csv',
  action: 'cycle.answer',
  gather: owedWork,
  answer: (work) => ({
    type: 'text/csv; charset=utf-8; header=present',
    // The mark lets Excel read it as UTF-8.
    body: `\uFEFF${workbookCsv(work)}`,
    fileName: nameOf(work, '.csv'),
  }),
})
