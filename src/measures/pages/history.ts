import { can } from '../../domain/access/can.ts'
import { takesTarget } from '../../domain/measures/measure.ts'
import { dayText } from '../../domain/period-text.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { page } from '../../web/page.ts'
import { instantText } from '../changes/instant-text.ts'
import { figuresByPeriod, figuresTable, targetsTable } from '../history-tables.ts'
import { differences, measureVersions } from '../measure-versions.ts'
import { measureFor } from '../queries.ts'
import { restatementsOf } from '../restatements.ts'
import { figureRevisions, rebasesRecorded, targetRevisions } from '../revisions.ts'
import { shownRestatement } from './restatements.ts'

const notices: Readonly<Record<string, string>> = {
  corrected: 'The figure is corrected.',
  target: 'The target is set.',
  revised: 'The register entry is revised.',
  retired: 'The measure is retired.',
  rebased: 'The figures are judged afresh from that day.',
}

/** Everything a measure ever said, with who, when and why. */
export const historyPage = page({
  path: '/measures/:code/history',
  action: 'measure.view',
  template: 'measures/pages/history.njk',
  asAt: true,
  view: async ({ db, actor, params, query, asAt }) => {
    const measure = await measureFor(db, params.code, asAt)
    const { areaCode, shortName } = await authorityOf(db, actor)
    const { code, series, retired } = measure
    const figures = series ? await figureRevisions(db, series.code, areaCode, asAt) : []
    const targets = await targetRevisions(db, code, asAt)
    const versions = await measureVersions(db, code, asAt)
    const rebases = series ? await rebasesRecorded(db, series.code, areaCode, asAt) : []
    const restatements = await restatementsOf(db, { measure: code, knownBy: asAt })
    const base = `/measures/${code}`
    const mayRecord = asAt === null && can(actor, 'measure.record-values').allowed
    const mayKeep = asAt === null && can(actor, 'measure.keep').allowed
    const hasFigures = figures.length > 0
    return {
      title: measure.title,
      code: code.toUpperCase(),
      council: shortName,
      measureHref: base,
      notice: notices[query.get('done') ?? ''] ?? null,
      restated: query.get('restated') === 'yes',
      retired: retired ? `Retired from ${dayText(retired.from)}: ${retired.reason}` : null,
      correctHref: mayRecord && hasFigures ? `${base}/correct` : null,
      deeds: mayKeep
        ? [
            ...(takesTarget(measure) ? [{ text: 'Set a target', href: `${base}/target` }] : []),
            { text: 'Revise the register entry', href: `${base}/definition` },
            ...(hasFigures ? [{ text: 'Judge it afresh from a day', href: `${base}/rebase` }] : []),
            ...(retired === null ? [{ text: 'Retire the measure', href: `${base}/retire` }] : []),
          ]
        : [],
      figures: figuresByPeriod(measure, figures),
      targetsTable: targets.length > 0 ? targetsTable(measure, targets) : null,
      versions: versions.map((version, index) => {
        const before = versions[index + 1]
        return {
          number: version.number,
          recorded: instantText(version.recordedAt),
          by: version.recordedBy,
          why: version.reason,
          illustrative: version.illustrative,
          changes: before ? differences(before, version) : [],
          isFirst: before === undefined,
        }
      }),
      rebases: rebases.map((each) => ({
        from: dayText(each.at),
        why: each.reason,
        recorded: instantText(each.recordedAt),
        by: each.recordedBy,
        illustrative: each.illustrative,
      })),
      restatements: restatements.map(shownRestatement),
      tables: [
        ...(hasFigures ? [figuresTable(measure, figures)] : []),
        ...(targets.length > 0 ? [targetsTable(measure, targets)] : []),
      ],
    }
  },
  title: (view) => `History of ${view.code}: ${view.title}`,
  breadcrumbs: (view) => [
    { text: 'Measures', href: '/measures' },
    { text: view.title, href: view.measureHref },
  ],
  tables: (view) => view.tables,
})
