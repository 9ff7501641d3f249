import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ExportFormat, exportedEvents, exportFormats } from '../../audit/export.ts'
import { type EventFilter, parseFilter } from '../../audit/filter.ts'
import { auditHead, type Head } from '../../audit/queries.ts'
import { verifyTrail } from '../../audit/verify.ts'
import { readConfig } from '../../config.ts'
import type { Db } from '../../db/database.ts'
import { inAuthority } from '../../db/transaction.ts'
import { type Command, type Given, type Terminal, textOption, UsageError } from '../command.ts'
import { chosenAuthority, withDatabase } from '../with-database.ts'

export const audit: Command = {
  name: 'audit',
  arguments: 'verify|head|export',
  summary: 'say whether the trail of events is whole, print its head, or write its events to a file',
  options: {
    json: { type: 'boolean', says: 'print one JSON document' },
    against: {
      type: 'string',
      value: 'HEAD',
      says: 'verify: a head that was kept, as `audit head` printed it',
    },
    out: { type: 'string', value: 'FILE', says: 'export: the file to write, ending in .ndjson or .csv' },
    from: { type: 'string', value: 'DATE', says: 'export: events on this day or later, such as 2025-04-01' },
    to: { type: 'string', value: 'DATE', says: 'export: events on this day or earlier' },
    role: { type: 'string', value: 'ROLE', says: 'export: events by this role, such as operator' },
    action: { type: 'string', value: 'EVENT', says: 'export: events of this kind, such as plan.recorded' },
    subject: { type: 'string', value: 'TEXT', says: 'export: events whose subject holds these words' },
  },
  run: (given, terminal) => {
    const [what = '', ...more] = given.positionals
    const does = { verify, head, export: exportEvents }[what]
    if (!does || more.length > 0)
      throw new UsageError(`'${given.positionals.join(' ')}' is not known here. Known: verify, head, export.`)
    return does(given, terminal)
  },
}

async function verify(given: Given, { out, progress, progressDone }: Terminal): Promise<number> {
  const kept = keptHead(textOption(given, 'against'))
  const verdict = await inTrail((db) =>
    verifyTrail(db, { kept, progress: (done) => progress(`${count(done)} events`) }),
  )
  progressDone()
  if (given.options.json === true) out(JSON.stringify(verdict, null, 2))
  else if (verdict.break) {
    out(
      `The trail is broken at event ${verdict.break.sequence} (${verdict.break.kind}). ${verdict.break.says}`,
    )
    out(`${count(verdict.verified)} events before it are as they were recorded.`)
  } else {
    out(`The trail is whole: ${count(verdict.verified)} events, each as it was recorded.`)
    if (verdict.head) out(`Head: ${headText(verdict.head)}`)
  }
  return verdict.whole ? 0 : 1
}

async function head(given: Given, { out, err }: Terminal): Promise<number> {
  const found = await inTrail(auditHead)
  if (given.options.json === true) out(JSON.stringify(found))
  else if (found) out(headText(found))
  else err('Nothing has happened yet, so there is no head.')
  return 0
}

async function exportEvents(given: Given, { out, progress, progressDone }: Terminal): Promise<number> {
  const file = textOption(given, 'out')
  if (file === undefined) throw new UsageError('Name the file to write with --out.')
  const format = exportFormats.find((each): each is ExportFormat => file.endsWith(`.${each}`))
  if (!format) throw new UsageError(`--out: '${file}' must end in .ndjson or .csv.`)
  const { filter, problems } = parseFilter((name: keyof EventFilter) => textOption(given, name))
  if (problems.length > 0) throw new UsageError(`--${problems.join('\n--')}.`)
  let written = 0
  const partly = `${file}.${process.pid}.part`
  try {
    await inTrail(async (db) => {
      const pieces = async function* () {
        for await (const { text, events } of exportedEvents(db, filter, format)) {
          written += events
          progress(`${count(written)} events`)
          yield text
        }
      }
      await pipeline(Readable.from(pieces()), createWriteStream(partly))
    })
    await rename(partly, file)
  } catch (error) {
    await rm(partly, { force: true })
    throw unwritable(error, file)
  }
  progressDone()
  out(`${path.normalize(file)}  ${count(written)} events`)
  return 0
}

/** Reads as the chosen council, in one transaction. */
const inTrail = <T>(work: (db: Db) => Promise<T>): Promise<T> => {
  const config = readConfig()
  return withDatabase(config, async (database) => {
    const { id } = await chosenAuthority(database, config.authority)
    return inAuthority(database.db, id, work)
  })
}

const headText = ({ sequence, hash }: Head): string => `${sequence}:${hash}`

function keptHead(text: string | undefined): Head | undefined {
  if (text === undefined) return undefined
  const [matched, sequence = '', hash = ''] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text.trim()) ?? []
  if (matched === undefined)
    throw new UsageError(
      `--against: '${text}' is not a head; it is a number, a colon and 64 hexadecimal digits.`,
    )
  return { sequence: Number(sequence), hash }
}

const unwritable = (error: unknown, file: string): unknown =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'EACCES', 'EISDIR', 'EROFS', 'ENOTDIR'].includes(String(error.code))
    ? new UsageError(`${file} cannot be written: ${error.message}.`)
    : error

const count = (n: number): string => n.toLocaleString('en-GB')
