import { drawSample } from '../../domain/assurance/draw-sample.ts'
import { englishDay } from '../../domain/english-day.ts'
import { yearText } from '../../domain/financial-year.ts'
import { addDays } from '../../domain/period.ts'
import { dayText, periodSlug } from '../../domain/period-text.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { auditItems } from '../items.ts'
import { momentDay } from '../moment-day.ts'
import { type AuditSample, auditSampleFor, type NamedCandidate, recordedCandidates } from '../queries.ts'
import { type RePerformedItem, rePerformed } from '../re-performed.ts'
import { standingOf } from '../sample-standing.ts'
import { candidateTable, sampleTable } from '../sample-tables.ts'
import { yearAsked } from '../year-asked.ts'

/** One year's sample: every figure in a line, and how it was drawn. */
export const samplePage = page({
  path: '/audit/samples/:year',
  action: 'audit-sample.view',
  template: 'assurance/pages/sample.njk',
  view: async ({ db, params, query, site }) => {
    const sample = await auditSampleFor(db, periodSlug(yearAsked(params.year)))
    const items = await auditItems(db, sample.financialYear)
    return sampleView({
      sample,
      items: await rePerformed(db, items, englishDay(sample.drawnAt)),
      candidates: await recordedCandidates(db, sample.financialYear),
      today: todayOf(site),
      done: query.get('done'),
    })
  },
  title: (view) => view.title,
  breadcrumbs: () => [{ text: 'Audit samples', href: '/audit/samples' }],
  tables: (view) => view.tables,
})

type SampleFacts = {
  readonly sample: AuditSample
  readonly items: readonly RePerformedItem[]
  readonly candidates: readonly NamedCandidate[]
  readonly today: string
  readonly done: string | null
}

export function sampleView({ sample, items, candidates, today, done }: SampleFacts) {
  const { financialYear, size, cutOff } = sample
  const standing = standingOf(items, today)
  const table = sampleTable(financialYear, items, today)
  const again = (kind: string) => items.filter(({ again }) => again.kind === kind).length
  const fact = (term: string, text: string, detail: string | null = null) => ({
    term,
    text,
    detail,
    href: null,
  })
  return {
    title: `Audit sample of ${yearText(financialYear)}`,
    illustrative: sample.illustrative,
    notice: done === 'drawn' ? `${size} measures are drawn.` : null,
    facts: [
      fact('Measures drawn', String(size), `of ${candidates.length} with a figure of their own`),
      fact(
        'Worked out again',
        `${again('agrees')} agree`,
        `${again('differs')} differ, ${again('not-possible')} cannot be re-performed`,
      ),
      fact(
        'Tested against evidence',
        `${standing.tested} of ${size}`,
        `${standing.wrong} in error or without evidence`,
      ),
      fact('Findings open', String(standing.open), `${standing.toAnswer} wait for an answer`),
      fact('Actions overdue', String(standing.overdue)),
    ],
    table: {
      ...table,
      columns: table.columns.slice(0, shownColumns),
      rows: table.rows.map(({ role, cells }) => ({ role, cells: cells.slice(0, shownColumns) })),
    },
    csvHref: `/audit/samples/${financialYear}.csv`,
    candidatesHref: `/audit/samples/${financialYear}.csv?table=audit-candidates-${financialYear}`,
    how: [
      `${sample.drawnBy} drew it on ${momentDay(sample.drawnAt)} from the figures of periods that had ended by ${dayText(addDays(cutOff, -1))}, with the seed ${sample.seed}.`,
      `${candidates.length} measures took part. ${sample.withoutFigure} have no figure, and of ${sample.proxies} only a related statistic is known, so they took no part.`,
      drawnAgain(sample, items, candidates),
    ],
    tables: [table, candidateTable(financialYear, candidates)],
  }
}

/** What is wide and seldom asked for stands in the file and on the page of each figure. */
const shownColumns = 6

function drawnAgain(
  { size, seed }: AuditSample,
  items: readonly RePerformedItem[],
  candidates: readonly NamedCandidate[],
): string {
  const again = drawSample(candidates, { size, seed: BigInt(seed) })
  const same = again.every(({ code }, index) => items[index]?.measure.code === code)
  return same
    ? `Drawn again just now from the same list with the same seed, it gives the same ${size} measures.`
    : 'Drawn again just now from the same list with the same seed, it gives other measures: ask Internal Audit what was changed.'
}
