import { hashOf } from '../../access/secret.ts'
import type { Db } from '../../db/database.ts'
import { inAuthority } from '../../db/transaction.ts'
import { asFile } from '../../web/as-file.ts'
import type { Called, Endpoint, Reply } from '../../web/endpoint.ts'
import { todayOf } from '../../web/site.ts'
import { figuresOf } from '../import/figures-of.ts'
import type { FigureSource, ImportResult } from '../import/import-input.ts'
import { registeredCodes } from '../import/register.ts'
import { sendObservations } from '../import.ts'
import { answerGiven, rememberAnswer } from './answers-given.ts'
import { noteKeyUse } from './key-use.ts'
import { figuresInJson } from './read-figures.ts'
import { sendableSeries } from './sendable.ts'

export const sendObservationsEndpoint: Endpoint = {
  method: 'POST',
  path: '/api/v1/observations',
  action: 'measure.send-values',
  summary: 'Store figures of measures the key’s unit answers for, all or none',
  parameters: [
    { name: 'dry-run', in: 'query', says: 'yes: say what would change, and change nothing' },
    { name: 'reason', in: 'query', says: 'why figures already held are revised; needed when some are' },
    { name: 'accept-warnings', in: 'query', says: 'yes: store figures that look unlikely' },
    {
      name: 'Idempotency-Key',
      in: 'header',
      says: 'the same sending again is answered as before, and not done again',
    },
  ],
  takes: ['application/json', 'text/csv'],
  answers: {
    200: 'Stored, or what a dry run found: the same as import --json.',
    400: 'The body is neither a JSON list of figures nor a CSV table.',
    422: 'Nothing was stored: problems by row, or warnings that were not accepted.',
  },
  run: send,
}

class SentBefore extends Error {
  override readonly name = 'SentBefore'
}

async function send(db: Db, called: Called): Promise<Reply> {
  const { actor, key, query, idempotencyKey } = called
  const idempotency = idempotencyKey === null ? null : hashOf(idempotencyKey)
  const request = hashOf(`${query} ${called.type} ${Buffer.from(called.body).toString('base64')}`)
  const before = () => inAuthority(db, actor.authorityId, (db) => answerGiven(db, key.id, idempotency ?? ''))
  const known = idempotency === null ? null : await before()
  if (known !== null) return again(known, request)
  const figures = await sourceIn(db, called)
  if (figures === null)
    return refused(
      400,
      'No figures',
      'Send a JSON list of objects such as {"measure":"sm-01","area_code":"E08000014","period":"2024-25-q1","value":41.7}, or a CSV with a header row.',
    )
  const dryRun = query.get('dry-run') === 'yes'
  const result = await figures(async (source, mine) =>
    sendObservations(db, actor, {
      ...source,
      file: `API key: ${key.label}`,
      reason: query.get('reason'),
      dryRun,
      acceptWarnings: query.get('accept-warnings') === 'yes',
      onlySeries: mine,
      alongside: async (db, stored) => {
        if (idempotency === null) return
        if (!(await rememberAnswer(db, actor, key.id, { idempotency, request }, stored)))
          throw new SentBefore()
      },
    }),
  ).catch((error: unknown) => {
    if (error instanceof SentBefore) return null
    throw error
  })
  if (result === null) {
    const now = await before()
    return now === null ? refused(409, 'Sent twice at once', 'Send it again.') : again(now, request)
  }
  const { stored, accepted, revised, rejected } = result
  if (!stored || accepted + revised === 0)
    await noteKeyUse(db, actor, {
      keyId: key.id,
      details: { label: key.label, dryRun, accepted, revised, rejected },
    })
  return answerOf(result, dryRun)
}

function answerOf(result: ImportResult, dryRun: boolean): Reply {
  if (result.stored || (dryRun && result.problems.length === 0)) return { status: 200, body: result }
  const detail =
    result.problems.length > 0
      ? 'Nothing was stored. Mend each row named under problems and send all of them again.'
      : 'Nothing was stored. Look at each row named under warnings, and send it again with accept-warnings=yes.'
  return { status: 422, body: { type: 'about:blank', title: 'Not stored', status: 422, detail, ...result } }
}

const again = (before: { requestHash: string; answer: object }, request: string): Reply =>
  before.requestHash === request
    ? { status: 200, body: before.answer, headers: { 'idempotent-replayed': 'true' } }
    : refused(
        422,
        'Another sending',
        'This Idempotency-Key came before with something else. Use a new one for each sending.',
      )

const refused = (status: number, title: string, detail: string): Reply => ({
  status,
  body: { type: 'about:blank', title, status, detail },
})

type Use = (source: FigureSource, mine: ReadonlySet<string>) => Promise<ImportResult>

/** The figures of the body, to be used while its file is there; null when it holds none. */
async function sourceIn(
  db: Db,
  { actor, site, type, body }: Called,
): Promise<((use: Use) => Promise<ImportResult>) | null> {
  const { known, sendable } = await inAuthority(db, actor.authorityId, async (db) => ({
    known: await registeredCodes(db),
    sendable: await sendableSeries(db, actor, todayOf(site)),
  }))
  const mine = new Set(sendable.values())
  const seriesNamed = (text: string) => known.series(text)?.code ?? null
  if (type === 'csv')
    return body.length === 0
      ? null
      : (use) =>
          asFile(body, (path) =>
            use(figuresOf(path, { sheet: null, columns: {}, fixed: {}, seriesNamed }), mine),
          )
  const source = figuresInJson(new TextDecoder().decode(body), seriesNamed, sendable)
  return source === null ? null : (use) => use(source, mine)
}
