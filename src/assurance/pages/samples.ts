import { randomInt } from 'node:crypto'
import { can } from '../../domain/access/can.ts'
import { seedOf } from '../../domain/assurance/split-mix.ts'
import { yearText } from '../../domain/financial-year.ts'
import { financialStartYear, financialYear } from '../../domain/period.ts'
import { periodSlug, periodText } from '../../domain/period-text.ts'
import { form, type Problem } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { drawAuditSample } from '../draw.ts'
import { auditItems } from '../items.ts'
import { momentDay } from '../moment-day.ts'
import { auditSamples } from '../queries.ts'
import { standingOf } from '../sample-standing.ts'
import { yearAsked } from '../year-asked.ts'

const YEARS_OFFERED = 3
const USUAL_SIZE = '10'
const LARGEST = 200

/** The samples of every year, and the drawing of the next. */
export const samplesPage = page({
  path: '/audit/samples',
  action: 'audit-sample.view',
  template: 'assurance/pages/samples.njk',
  view: async (asked) => {
    const { db, actor, site } = asked
    const today = todayOf(site)
    const samples = await auditSamples(db)
    const rows = []
    for (const sample of samples) {
      const standing = standingOf(await auditItems(db, sample.financialYear), today)
      rows.push({
        year: yearText(sample.financialYear),
        href: `/audit/samples/${sample.financialYear}`,
        drawn: momentDay(sample.drawnAt),
        illustrative: sample.illustrative,
        ...standing,
      })
    }
    const thisYear = financialStartYear(today)
    const years = Array.from({ length: YEARS_OFFERED }, (_, back) => financialYear(thisYear - back)).filter(
      (year) => !samples.some(({ financialYear: drawn }) => drawn === periodSlug(year)),
    )
    // Proposed by the machine, so that nobody chooses a seed for what it draws; it can be replaced by one that was drawn in public.
    const proposed = String(randomInt(2 ** 47))
    const drawForm = formView(asked, '/audit/samples', { year: '', size: USUAL_SIZE, seed: proposed })
    return {
      rows,
      form: can(actor, 'audit-sample.draw').allowed && years.length > 0 ? drawForm : null,
      years: years.map((year) => ({
        value: periodSlug(year),
        text: periodText(year),
        selected: periodSlug(year) === drawForm.values.year,
      })),
    }
  },
  title: 'Audit samples of measures',
})

export const drawForm = form({
  path: '/audit/samples',
  action: 'audit-sample.draw',
  page: samplesPage,
  read: (body) => {
    const size = Number(body.get('size') ?? '')
    const seed = seedOf((body.get('seed') ?? '').trim())
    const problems: Problem[] = []
    if (!Number.isInteger(size) || size < 1 || size > LARGEST)
      problems.push({ field: 'size', text: `Enter how many measures to draw, from 1 to ${LARGEST}` })
    if (seed === null)
      problems.push({
        field: 'seed',
        text: 'Enter a seed: a whole number of at most 19 digits, such as 20240725',
      })
    if (seed === null || problems.length > 0) return { ok: false, problems }
    return { ok: true, input: { size, seed, year: yearAsked(body.get('year') ?? '') } }
  },
  run: async (db, actor, input, { site }) => {
    await drawAuditSample(db, actor, { ...input, today: todayOf(site) })
    return { ok: true, result: periodSlug(input.year) }
  },
  leadsTo: (year) => `/audit/samples/${year}?done=drawn`,
})
