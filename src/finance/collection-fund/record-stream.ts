import { changed, command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Kept } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { type FundStream, streams } from '../../domain/finance/collection-fund.ts'
import { dayText } from '../../domain/period-text.ts'
import type { ControlTotalInput } from '../control-totals.ts'
import { keepControlTotals } from '../keep-control-totals.ts'
import { fundSubject, heldStreams } from './queries.ts'

export type StreamInput = {
  readonly year: string
  /** The day it was reported. */
  readonly asAt: string
  readonly stream: FundStream & { readonly source: string }
  readonly controlTotals: readonly ControlTotalInput[]
}

/** Records a stream of the collection fund as it was reported on a day, which is not overwritten. */
export const recordFundStream = (db: Db, actor: Actor, input: StreamInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const { year, asAt, stream } = input
    const subject = fundSubject(year, asAt)
    await hold(db, subject)
    const rows = 1 + stream.shares.length + stream.items.length
    const held = (await heldStreams(db, year, asAt)).find(
      (each) => each.stream === stream.stream && each.asAt === asAt,
    )
    if (held !== undefined) {
      if (said(held) === said(stream))
        return { result: { added: 0, changed: 0, unchanged: rows }, event: null }
      throw new Conflict(
        `${streams[stream.stream]} as reported on ${dayText(asAt)} is recorded already, with other figures. What is recorded is not overwritten.`,
      )
    }
    await insertStream(db, actor, input)
    await keepControlTotals(db, actor.authorityId, subject, input.controlTotals)
    const kept = { added: rows, changed: 0, unchanged: 0 }
    return { result: kept, event: changed(kept, 'collection-fund.recorded', `${subject}/${stream.stream}`) }
  })

async function insertStream(db: Db, actor: Actor, { year, asAt, stream }: StreamInput): Promise<void> {
  const of = {
    authority_id: actor.authorityId,
    financial_year: year,
    as_at: asAt,
    stream: stream.stream,
    illustrative: actor.illustrative === true,
  }
  await db
    .insertInto('collection_fund')
    .values({
      ...of,
      budget_pence: String(stream.budget),
      income_pence: String(stream.income),
      outturn_after_grants_pence: stream.afterGrants === null ? null : String(stream.afterGrants),
      declared_pence: stream.declared === null ? null : String(stream.declared.amount),
      declared_own_pence: stream.declared === null ? null : String(stream.declared.own),
      declared_share_printed: stream.declared?.printedShare ?? null,
      declared_when: stream.declared?.when ?? null,
      source_ref: stream.source,
      recorded_by: actor.name,
    })
    .execute()
  await db
    .insertInto('collection_fund_share')
    .values(
      stream.shares.map(({ body, own, rate, printed }, index) => ({
        ...of,
        position: index + 1,
        body,
        own,
        share_hundredths: rate,
        printed,
      })),
    )
    .execute()
  await db
    .insertInto('collection_fund_item')
    .values(
      stream.items.map(({ title, amount, note, source }, index) => ({
        ...of,
        position: index + 1,
        title,
        amount_pence: String(amount),
        note,
        source_ref: source,
      })),
    )
    .execute()
}

/** All that was reported of a stream, as one text. */
const said = ({ budget, income, shares, items, afterGrants, declared }: FundStream): string =>
  [
    budget,
    income,
    afterGrants,
    declared?.amount,
    declared?.own,
    declared?.printedShare,
    declared?.when,
    ...shares.flatMap(({ body, own, rate, printed }) => [body, own, rate, printed]),
    ...items.flatMap(({ title, amount, note }) => [title, amount, note]),
  ].join('\n')
