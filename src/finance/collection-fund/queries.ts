import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import { type FundStream, fundOutturn } from '../../domain/finance/collection-fund.ts'
import { type Reconciliation, reconcile } from '../../domain/finance/reconcile.ts'
import { controlTotals } from '../control-totals.ts'

export const fundSubject = (year: string, asAt: string): string => `collection-fund/${year}/${asAt}`

/** The years and the days on which something was reported of them, latest first. */
export async function fundReports(
  db: Db,
  knownBy: KnownBy = null,
): Promise<readonly { readonly year: string; readonly asAt: string }[]> {
  const rows = await db
    .selectFrom('collection_fund')
    .select(['financial_year', 'as_at'])
    .where(knownUntil('recorded_at', knownBy))
    .distinct()
    .orderBy('financial_year', 'desc')
    .orderBy('as_at', 'desc')
    .execute()
  return rows.map((row) => ({ year: row.financial_year, asAt: row.as_at }))
}

export type HeldStream = FundStream & {
  readonly asAt: string
  readonly source: string
  readonly illustrative: boolean
}

/** Each stream of a year as it was last reported by a day. */
export async function heldStreams(
  db: Db,
  year: string,
  until: string,
  knownBy: KnownBy = null,
): Promise<readonly HeldStream[]> {
  const rows = await db
    .selectFrom('collection_fund')
    .selectAll()
    .distinctOn('stream')
    .where('financial_year', '=', year)
    .where('as_at', '<=', until)
    .where(knownUntil('recorded_at', knownBy))
    .orderBy('stream', 'desc')
    .orderBy('as_at', 'desc')
    .execute()
  const shares = await db
    .selectFrom('collection_fund_share')
    .selectAll()
    .where('financial_year', '=', year)
    .orderBy('position')
    .execute()
  const items = await db
    .selectFrom('collection_fund_item')
    .selectAll()
    .where('financial_year', '=', year)
    .orderBy('position')
    .execute()
  return rows.map((row) => {
    const mine = (each: { stream: string; as_at: string }) =>
      each.stream === row.stream && each.as_at === row.as_at
    return {
      stream: row.stream,
      asAt: row.as_at,
      budget: BigInt(row.budget_pence),
      income: BigInt(row.income_pence),
      shares: shares.filter(mine).map((share) => ({
        body: share.body,
        own: share.own,
        rate: share.share_hundredths,
        printed: share.printed,
      })),
      items: items.filter(mine).map((item) => ({
        title: item.title,
        amount: BigInt(item.amount_pence),
        note: item.note,
        source: item.source_ref,
      })),
      afterGrants: row.outturn_after_grants_pence === null ? null : BigInt(row.outturn_after_grants_pence),
      declared:
        row.declared_pence === null || row.declared_own_pence === null
          ? null
          : {
              amount: BigInt(row.declared_pence),
              own: BigInt(row.declared_own_pence),
              printedShare: row.declared_share_printed,
              when: row.declared_when,
            },
      source: row.source_ref,
      illustrative: row.illustrative,
    }
  })
}

export type FundReport = {
  readonly year: string
  readonly asAt: string
  readonly streams: readonly (HeldStream & { readonly reconciliations: readonly Reconciliation[] })[]
}

/** A year's collection fund as reported by a day, each outturn computed from its items and held against the printed one. */
export async function fundReport(
  db: Db,
  year: string,
  asAt: string,
  knownBy: KnownBy = null,
): Promise<FundReport> {
  const streams = []
  for (const stream of await heldStreams(db, year, asAt, knownBy)) {
    const totals = await controlTotals(db, fundSubject(year, stream.asAt))
    const outturn = fundOutturn(stream.items)
    streams.push({
      ...stream,
      reconciliations: totals
        .filter(({ line }) => line === stream.stream)
        .map(({ line: _, quantity: _of, ...control }) => reconcile(control, outturn)),
    })
  }
  return { year, asAt, streams }
}
