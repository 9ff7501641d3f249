import type { Db } from '../../db/database.ts'
import { type Kept, nothingKept } from '../../db/keep.ts'
import { inAuthority } from '../../db/transaction.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { Unit } from '../../domain/access/unit.ts'
import { addRisk, type RiskInput } from '../../risk/add-risk.ts'
import { linkRisk } from '../../risk/link-risk.ts'
import { everyRisk } from '../../risk/standings.ts'
import { type CsvRecord, shipped, slug, sourceOf } from '../csv.ts'
import { priorityCode } from './plans.ts'

/** The day of the Cabinet papers that name most of them. */
const PAPERS = '2024-07-25'
const bySubject = 'Matched by subject, not by the papers'

/** What each named risk threatens, where that follows from its subject: a priority, and measures of the same thing. */
const threatens: Readonly<
  Record<string, { readonly priority: string; readonly measures?: readonly string[] }>
> = {
  'r-01': { priority: 'Children & Young People', measures: ['sm-20'] },
  'r-02': { priority: 'Adult Social Care' },
  'r-03': { priority: 'Children & Young People', measures: ['sm-03', 'sm-06'] },
  'r-04': { priority: 'Children & Young People' },
  'r-05': { priority: 'Financial Sustainability' },
  'r-06': { priority: 'Financial Sustainability' },
  'r-07': { priority: 'Financial Sustainability' },
  'r-08': { priority: 'Financial Sustainability' },
  'r-10': { priority: 'Children & Young People' },
}

/**
 * The risks that the council's papers name, as they name them: no cause, owner, score or date is in them, and none is made
 * up. Adds what is missing.
 */
export async function loadRisks(db: Db, loader: Actor): Promise<Kept> {
  const held = await inAuthority(db, loader.authorityId, everyRisk, { seesExempt: true })
  const services = new Set(shipped('sefton/services.csv').map((row) => slug(row.service ?? '')))
  const rows = shipped('sefton/risks_named.csv').map((row) => ({ row, input: risk(row, services) }))
  const missing = rows.filter(({ input }) => !held.some(({ code }) => code === input.code))
  for (const { row, input } of missing) {
    await addRisk(db, loader, input)
    // One wording and, where it was placed, one decision are all there is of it yet.
    for (const link of links(row, input))
      await linkRisk(db, loader, {
        code: input.code,
        seen: input.level === null ? 1 : 2,
        today: PAPERS,
        holds: true,
        ...link,
      })
  }
  return { ...nothingKept, added: missing.length, unchanged: rows.length - missing.length }
}

function risk(row: CsvRecord, services: ReadonlySet<string>): RiskInput {
  const area = row.area ?? ''
  const service: Unit = { kind: 'service', code: slug(area) }
  const isCorporate = row.on_corporate_risk_register === 'yes'
  return {
    code: `r-${(row.order ?? '').padStart(2, '0')}`,
    title: row.risk_paraphrased ?? '',
    cause: null,
    event: null,
    effect: null,
    category: area,
    owner: null,
    unit: services.has(service.code) ? service : null,
    reviewEveryMonths: null,
    level: isCorporate ? 'corporate' : null,
    levelReason: isCorporate ? `The paper says so: ${row.evidence}` : null,
    firstReviewDue: null,
    exemptReason: null,
    evidence: row.evidence ?? null,
    source: sourceOf(row),
    today: PAPERS,
  }
}

/** The report of that meeting, by its item on the agenda. */
const items: Readonly<Record<string, string>> = {
  'Item 4': 'High Needs Monitoring',
  'Item 9': 'Corporate Plan',
  'Item 10': 'Financial Management',
}

/** The paper by its title, where it is one of a meeting's, and its reference. */
function paperOf(row: CsvRecord): string {
  const item = /^Item \d+/.exec(row.source_ref ?? '')?.[0] ?? ''
  const begins = items[item]
  if (begins === undefined || row.source_seed !== '004') return sourceOf(row)
  const report = shipped('sefton/committee_report_headers.csv').find((each) =>
    each.report?.startsWith(begins),
  )
  return `${report?.report ?? begins} (${sourceOf(row)})`
}

function links(row: CsvRecord, { code, unit }: RiskInput) {
  const { priority, measures = [] } = threatens[code] ?? { priority: null }
  return [
    { kind: 'paper' as const, to: paperOf(row), basis: 'The paper names it' },
    ...(unit === null
      ? []
      : [{ kind: 'service' as const, to: unit.code, basis: 'The paper names it of this service' }]),
    ...(priority === null
      ? []
      : [{ kind: 'plan-item' as const, to: priorityCode(priority), basis: bySubject }]),
    ...measures.map((to) => ({ kind: 'measure' as const, to, basis: bySubject })),
  ]
}
