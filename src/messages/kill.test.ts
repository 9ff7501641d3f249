import assert from 'node:assert/strict'
import { once } from 'node:events'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { addAccount } from '#src/access/account-commands.ts'
import { openDatabase } from '#src/db/database.ts'
import { migrate } from '#src/db/migrate.ts'
import { inAuthority } from '#src/db/transaction.ts'
import type { Actor } from '#src/domain/access/roles.ts'
import { setUpAuthority } from '#src/organisation/authority.ts'
import { goldenthread, startProgram, startServer, temporaryFolder } from '#test/support/command-line.ts'
import { mailServer } from '#test/support/mail-server.ts'
import { enqueue, type NewMessage } from './enqueue.ts'
import { messageFor } from './queries.ts'
import { sendDue } from './send-due.ts'
import { smtpCarrier } from './smtp-carrier.ts'

const from = 'performance@smallton.example'
const address = 'somebody@smallton.example'
const actor: Actor = { authorityId: 1, role: 'operator', name: 'test operator' }

/** A council in a folder, with one account, for programs of their own. */
async function councilInFolder(t: TestContext) {
  const dataFolder = path.join(temporaryFolder(t), 'data')
  const within = async <T>(work: (db: Awaited<ReturnType<typeof openDatabase>>['db']) => Promise<T>) => {
    const database = await openDatabase({ dataFolder })
    try {
      return await work(database.db)
    } finally {
      await database.close()
    }
  }
  const database = await openDatabase({ dataFolder })
  await migrate(database)
  const names = { slug: 'smallton', name: 'Smallton Council', shortName: 'Smallton' }
  await setUpAuthority(database.db, { id: 1, ...names, areaCode: 'E08000001', brandColour: '#123456' })
  const accountId =
    (await addAccount(database.db, actor, { email: address, label: 'Somebody', grant: null })) ?? 0
  await database.close()
  const now = new Date()
  const message: NewMessage = {
    onceKey: 'one',
    accountId,
    address,
    kind: 'reminder',
    subject: 'A figure about parks is due',
    body: 'Hello, somebody. Parks are due.',
    about: null,
    notBefore: now,
    notAfter: new Date(now.getTime() + 86_400_000),
    topics: [],
  }
  const put = (onceKey: string) =>
    within((db) => inAuthority(db, 1, (db) => enqueue(db, actor, [{ ...message, onceKey }], now)))
  return { dataFolder, within, put }
}

test('a program killed while it sends leaves the message marked, and nobody sends it again by itself', async (t) => {
  const { dataFolder, within, put } = await councilInFolder(t)
  const mail = await mailServer(t)
  const settings = {
    GOLDENTHREAD_DATA: dataFolder,
    GOLDENTHREAD_SMTP_URL: mail.url,
    GOLDENTHREAD_MAIL_FROM: from,
    GOLDENTHREAD_URL: 'https://performance.smallton.example',
  }
  await put('one')
  mail.meet('silence')
  const child = startProgram(['messages', 'send'], settings)
  await mail.silent
  child.kill('SIGKILL')
  await once(child, 'close')
  const again = await goldenthread(['messages', 'send'], settings)
  assert.deepEqual([again.code, again.out], [0, '0 sent, 0 to be tried again, 0 given up, 0 unclear.\n'])
  const later = () => new Date(Date.now() + 11 * 60_000)
  const run = await within((db) =>
    sendDue({ db, authorityId: 1, carrier: smtpCarrier({ url: mail.url, from }), now: later }),
  )
  assert.deepEqual(run, { sent: 0, failed: 0, 'given-up': 0, unclear: 1 })
  assert.equal(mail.received.length, 0)
  const { attempts } = await within((db) => inAuthority(db, 1, (db) => messageFor(db, 1)))
  assert.match(
    attempts[0]?.detail ?? '',
    /stopped in the middle of this attempt, so the message may have left/,
  )
  const listed = await goldenthread(['messages', 'list'], settings)
  assert.match(listed.out, /1\tPerhaps sent\tSomebody\tA figure about parks is due/)
})

test('a server sends by itself, stops cleanly, and says neither to whom nor what', async (t) => {
  const { dataFolder, put } = await councilInFolder(t)
  const mail = await mailServer(t)
  await put('one')
  await put('two')
  mail.meet(null, { at: 'recipient', code: 550, says: `5.1.1 <${address}> unknown` })
  const serving = await startServer(t, {
    GOLDENTHREAD_DATA: dataFolder,
    GOLDENTHREAD_SMTP_URL: mail.url,
    GOLDENTHREAD_MAIL_FROM: from,
    GOLDENTHREAD_URL: 'https://performance.smallton.example',
  })
  await mail.refused
  const { code, out, err } = await serving.stop()
  assert.equal(code, 0)
  assert.equal(mail.received.length, 1)
  assert.match(err, /Messages: 1 sent, 0 to be tried again, 1 given up, 0 unclear\./)
  assert.doesNotMatch(out + err, /somebody|parks|5\.1\.1/i)
})
