import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { readConfig, settings } from './config.ts'
import { StartError } from './db/start-error.ts'

test('with nothing set, the program keeps its data under ./var and answers this machine only', () => {
  assert.deepEqual(readConfig({}, {}), {
    dataFolder: path.resolve('var'),
    databaseUrl: undefined,
    port: 3000,
    host: '127.0.0.1',
    authority: '',
    publicUrl: null,
    trustedProxies: [],
    oidcIssuer: null,
    oidcClientId: '',
    oidcClientSecret: '',
    oidcName: 'your council account',
    oidcTrustEmail: false,
    oidcRoles: null,
    smtpUrl: null,
    mailFrom: '',
    notifyKey: '',
    notifyTemplate: '',
    notifyUrl: 'https://api.notifications.service.gov.uk',
    production: false,
  })
})

test('what is given on the command line wins over the environment', () => {
  assert.equal(readConfig({ port: '4000' }, { PORT: '5000' }).port, 4000)
  assert.equal(readConfig({ port: undefined }, { PORT: '5000' }).port, 5000)
})

test('all bad settings are told at once, each with its value and what it is for', () => {
  const bad = { PORT: 'eighty', DATABASE_URL: 'mysql://user:hunter2@host/x' }
  assert.throws(
    () => readConfig({}, bad),
    (error) => {
      assert.ok(error instanceof StartError)
      assert.match(error.message, /PORT 'eighty': it must be a whole number from 0 to 65535/)
      assert.match(error.message, /DATABASE_URL: it must begin with postgres:\/\//)
      return true
    },
  )
})

test('a secret is never shown, also when it is wrong', () => {
  assert.throws(
    () => readConfig({}, { DATABASE_URL: 'mysql://user:hunter2@host/x' }),
    (error) => error instanceof Error && !error.message.includes('hunter2'),
  )
})

test('an empty setting is as good as none', () => {
  assert.equal(readConfig({}, { PORT: '', DATABASE_URL: '', GOLDENTHREAD_DATA: '' }).port, 3000)
  assert.equal(readConfig({}, { GOLDENTHREAD_DATA: '' }).dataFolder, path.resolve('var'))
  assert.equal(readConfig({}, { HOST: '' }).host, '127.0.0.1')
})

test('a port is a whole number that a machine has', () => {
  for (const port of ['-1', '65536', '3000.5', '0x10', '1e3', ' ', 'http'])
    assert.throws(() => readConfig({}, { PORT: port }), StartError, port)
  assert.equal(readConfig({}, { PORT: '0' }).port, 0)
})

test('every setting has a name of its own and says what it is for', () => {
  const all = Object.values(settings)
  assert.equal(new Set(all.map(({ variable }) => variable)).size, all.length)
  for (const { variable, says } of all) assert.match(says, /^[A-Z].*\.$/, variable)
})
