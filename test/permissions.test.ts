import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { pages } from '#src/app.ts'
import { can } from '#src/domain/access/can.ts'
import { type Role, roles } from '#src/domain/access/roles.ts'
import type { Route } from '#src/web/page.ts'
import { seftonApp } from './support/app.ts'
import { reachedOtherwise, sampleAddresses } from './support/crawl.ts'
import { seftonActor } from './support/sefton.ts'

const site = await seftonApp({ after })
const addresses = new Map([
  ...(await sampleAddresses(site, 'assistant-director', '/cycles')),
  ...(await sampleAddresses(site, 'business-intelligence', '/cycles')),
  ...(await sampleAddresses(site, 'operator')),
])
const known = pages.flatMap((page) => {
  const address = addresses.get(page.path)
  return address === undefined ? [] : [{ page, address }]
})

/** Somebody who may see a page: the operator, who may see nearly all, or whoever may. */
const readerOf = ({ action }: Pick<Route, 'action'>): Role =>
  ['operator' as const, ...(Object.keys(roles) as Role[])].find(
    (role) => can(seftonActor(role), action).allowed,
  ) ?? 'operator'

test('there is an address to try for every route that links lead to', () => {
  const untried = pages.map(({ path }) => path).filter((path) => !addresses.has(path))
  assert.deepEqual(
    untried.filter((path) => !reachedOtherwise.includes(path)),
    [],
  )
})

test('every page answers every role as the table of actions says', async () => {
  const allRoles = Object.keys(roles) as Role[]
  const triedInFull = new Set<string>()
  for (const [index, { page, address }] of known.entries()) {
    const may = (role: Role) => can(seftonActor(role), page.action).allowed
    const allowed = allRoles.filter(may)
    // Drawing is slow, and what is drawn does not depend on the role: the first page of an action is drawn for every
    // role that may see it, the others for one of them in turn.
    const inTurn = index % allowed.length
    const drawnFor = triedInFull.has(page.action) ? allowed.slice(inTurn, inTurn + 1) : allowed
    triedInFull.add(page.action)
    for (const role of drawnFor) {
      assert.equal((await site.get(address, role)).status, 200, `${address} for ${role}`)
    }
    for (const role of allRoles.filter((each) => !may(each))) {
      const { status, text } = await site.get(address, role)
      assert.equal(status, 403, `${address} for ${role}`)
      assert.match(text, /may not .+ This is done by/, `${address} for ${role}`)
    }
  }
})

test('the table files of a page are for those who may see the page', async () => {
  for (const { page, address } of known) {
    if (page.kind !== 'page' || !page.hasTables) continue
    const path = address === '/' ? '/index' : address
    const open = can(seftonActor('resident'), page.action).allowed
    for (const file of ['.csv', '.json', '-metadata.json']) {
      assert.equal((await site.get(path + file, 'resident')).status, open ? 200 : 403, `${path}${file}`)
      // A page whose thing has no table (an item without measures) says so; it does not break.
      const { status } = await site.get(path + file, 'operator')
      assert.ok(status === 200 || status === 404, `${path}${file} answers ${status}`)
    }
  }
})

test('an address of a thing that is not there is not found, whatever the page', async () => {
  for (const page of pages.filter((page) => page.path.includes(':'))) {
    const { path } = page
    const { status, text } = await site.get(path.replace(/:\w+/g, 'no-such-thing'), readerOf(page))
    assert.equal(status, 404, path)
    assert.match(text, /Page not found/, path)
  }
})

test('odd questions in an address are answered or refused, never a fault', async () => {
  const odd = ['period=nonsense', 'sort=%00&page=-1&status=x&q=%25%27&table=x', 'period=1066-67-q1&page=']
  for (const { page, address } of known) {
    for (const query of odd) {
      const { status } = await site.get(`${address}?${query}`, readerOf(page))
      assert.ok(status === 200 || status === 404, `${address}?${query} answers ${status}`)
    }
  }
})
