import assert from 'node:assert/strict'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { type TestContext, test } from 'node:test'
import { openPostgresql } from './postgresql.ts'
import { StartError } from './start-error.ts'

async function refusal(url: string): Promise<string> {
  const error: unknown = await openPostgresql(url).then(
    (database) => database.close(),
    (error) => error,
  )
  assert.ok(error instanceof StartError, `expected a refusal, got ${error}`)
  assert.doesNotMatch(error.message, /hush-hush/, 'the password is never shown')
  return error.message
}

async function listen(t: TestContext, server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  return (server.address() as AddressInfo).port
}

test('a server that is not there is named, with what to do', async (t) => {
  const server = createServer()
  const port = await listen(t, server)
  await new Promise((resolve) => server.close(resolve))
  assert.equal(
    await refusal(`postgresql://sam:hush-hush@127.0.0.1:${port}/golden`),
    `The PostgreSQL server at 127.0.0.1, port ${port} (from DATABASE_URL) is not answering. ` +
      'Start it, or correct the host and port in DATABASE_URL.',
  )
})

test('a server that never answers is given up after about five seconds', async (t) => {
  const port = await listen(
    t,
    createServer((socket) => t.after(() => socket.destroy())),
  )
  const began = performance.now()
  const message = await refusal(`postgresql://sam:hush-hush@127.0.0.1:${port}/golden`)
  const seconds = (performance.now() - began) / 1000
  assert.match(message, /did not answer within 5 seconds/)
  assert.ok(seconds > 4 && seconds < 8, `${seconds} seconds`)
})

test('a name that is nobody is said to be so', async () => {
  const message = await refusal('postgresql://sam:hush-hush@no-such-host.invalid/golden')
  assert.match(message, /at no-such-host\.invalid, port 5432 .* could not be found by that name/)
})

test('an address that cannot be read is refused without showing it', async () => {
  assert.match(await refusal('postgresql://sam:hush-hush@host:notaport/golden'), /is not an address/)
})

const server = process.env.TEST_DATABASE_URL

test('a database that does not exist is named', { skip: !server && 'needs TEST_DATABASE_URL' }, async () => {
  const url = new URL(server ?? '')
  url.pathname = '/no_such_database'
  assert.match(await refusal(url.href), /has no database named no_such_database\. Create it with createdb/)
})
