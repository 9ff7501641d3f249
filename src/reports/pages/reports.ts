import { NotFound } from '../../access/refusals.ts'
import { tablesOf } from '../../domain/report/check-report.ts'
import { drawChart } from '../../web/charts/draw-chart.ts'
import { type Asked, page, resource } from '../../web/page.ts'
import { isReportKind, reportKinds } from '../make-report.ts'
import { renderDocx } from '../render/render-docx.ts'
import { renderHtml } from '../render/render-html.ts'
import { fileStem } from '../render/report-files.ts'

export const reportsPage = page({
  path: '/reports',
  action: 'report.view',
  template: 'reports/pages/reports.njk',
  view: async ({ db }) => {
    const kinds = []
    for (const [kind, { title, says, periods }] of Object.entries(reportKinds)) {
      const reports = (await periods(db)).map(({ slug, text }) => ({
        text,
        href: `/reports/${kind}/${slug}`,
        word: `/reports/${kind}/${slug}/word`,
      }))
      kinds.push({ title, says, reports })
    }
    return { kinds }
  },
  title: 'Reports',
})

type ReportAsked = Pick<Asked, 'db' | 'actor' | 'asAt'> & {
  readonly params: { readonly kind: string; readonly period: string }
}

async function reportAsked({ db, actor, params, asAt }: ReportAsked) {
  const { kind, period } = params
  if (!isReportKind(kind))
    throw new NotFound(`There is no report '${kind}'.`, [{ text: 'Reports', href: '/reports' }])
  return reportKinds[kind].make(db, actor, period, asAt)
}

const draw = { drawChart: (chart: Parameters<typeof drawChart>[0]) => drawChart(chart) }

/** The report on a page of its own: to be read, printed or kept. */
export const reportPage = page({
  path: '/reports/:kind/:period',
  action: 'report.view',
  template: 'reports/pages/report.njk',
  asAt: true,
  published: true,
  view: async (asked) => {
    const report = await reportAsked(asked)
    const { kind, period } = asked.params
    return {
      title: report.title,
      period: report.period,
      lead: report.subtitle,
      blocks: report.blocks,
      contents: report.blocks.flatMap((block) =>
        block.kind === 'heading' && block.level === 1 ? [{ text: block.text, href: `#${block.id}` }] : [],
      ),
      files: [
        { text: 'Word document', href: `/reports/${kind}/${period}/word` },
        { text: 'Web page to keep', href: `/reports/${kind}/${period}/file` },
      ],
      tables: tablesOf(report.blocks),
    }
  },
  title: (view) => `${view.title}, ${view.period}`,
  tables: (view) => view.tables,
})

export const reportWord = resource({
  path: '/reports/:kind/:period/word',
  action: 'report.view',
  asAt: true,
  published: true,
  gather: reportAsked,
  answer: async (report) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await renderDocx(report, draw),
    fileName: `${fileStem(report)}.docx`,
  }),
})

export const reportFile = resource({
  path: '/reports/:kind/:period/file',
  action: 'report.view',
  asAt: true,
  published: true,
  gather: reportAsked,
  answer: (report) => ({
    type: 'text/html; charset=utf-8',
    body: renderHtml(report, draw),
    fileName: `${fileStem(report)}.html`,
  }),
})
