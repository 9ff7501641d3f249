import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Conflict, Forbidden } from '#src/access/refusals.ts'
import { createApp } from '#src/app.ts'
import { collectionFundJuly2024 } from '#src/demo/sefton/collection-fund.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { browserOf } from '#test/support/visitor.ts'
import { recordFundStream } from './record-stream.ts'

const { db } = await seftonDatabase({ after })
const keeper = seftonActor('business-intelligence')
const authority = await authorityOf(db, keeper)
const app = createApp({ database: db, authority, actorFor: () => keeper, production: false })
after(() => app.close())
const keeping = browserOf(app)
const record = '/finance/collection-fund/2024-25/record'

test('the page answers first how much, and in which year it is felt', async () => {
  const { text } = await keeping.get('/finance/collection-fund')
  assert.match(
    text,
    /Council tax is forecast to leave the council a surplus of £0\.344m, business rates a deficit of £1\.905m after grants: together a deficit of £1\.561m\. It does not touch 2024\/25: it reaches the General Fund in 2025\/26/,
  )
})

test('each outturn is computed from its items and agrees with the printed one', async () => {
  const { text } = await keeping.get('/finance/collection-fund/2024-25')
  assert.match(text, /Council tax: forecast outturn −0\.344 Surplus of £0\.344m/)
  assert.match(text, /Business rates: forecast outturn 1\.684 Deficit of £1\.684m/)
  assert.match(text, /All 2 printed totals agree with their lines/)
  assert.match(text, /The paper prints ‘end of 2024\/25’\. The end of 2023\/24 seems meant/)
})

test('shares are computed from the amounts and compared with the print', async () => {
  const { text } = await keeping.get('/finance/collection-fund/2024-25')
  assert.match(text, /16 January 2024 1\.548 1\.299 83\.9% 83\.9%: agrees In 2024\/25/)
  assert.match(text, /January 2024 11\.119 11\.008 99\.0% 99%: agrees/)
  assert.match(text, /This council 169\.759 84% 84% Agrees/)
  assert.match(text, /Precepting bodies, not named in the paper 32\.441 Not printed 16% What is left/)
})

test('what the grants imply is said, and that the paper does not explain it', async () => {
  const { text } = await keeping.get('/finance/collection-fund/2024-25')
  assert.match(
    text,
    /grants are forecast to be £0\.221m less than budgeted\. The paper prints the two figures, not this difference/,
  )
})

test('the same report again changes nothing, with other figures it is a conflict', async () => {
  const [first] = collectionFundJuly2024()
  assert.ok(first)
  assert.equal((await recordFundStream(db, keeper, first)).added, 0)
  const other = { ...first, stream: { ...first.stream, afterGrants: 1n } }
  await assert.rejects(recordFundStream(db, keeper, other), Conflict)
  await assert.rejects(recordFundStream(db, seftonActor('scrutiny'), first), Forbidden)
})

const october = {
  stream: 'council-tax',
  asAt: '7 11 2024',
  source: 'Cabinet papers, November 2024',
  budget: '169.759',
  income: '202.2',
  share: '84',
  'item-1': 'Fund surplus above estimate',
  'amount-1': '(0.312)',
  'item-2': 'Gross charges above estimate',
  'amount-2': '-0.5',
  outturn: '-0.812',
}

test('what cannot be so is refused beside its field with the remedy', async () => {
  const refused = async (typed: Record<string, string>, words: RegExp) => {
    const answer = await keeping.send(record, { ...october, ...typed })
    assert.equal(answer.status, 400)
    assert.match(answer.text, words)
  }
  await refused({ share: '101' }, /A share of 101% cannot be: write a share from 0 to 100/)
  await refused({ otherBody: 'Police', otherShare: '17' }, /The shares add up to 101%, more than the whole/)
  await refused(
    { outturn: '0.812' },
    /The items add up to −£0\.812m and not to £0\.812m: correct whichever is wrong/,
  )
  await refused({ budget: '210' }, /not within the net income of £202\.200m/)
  await refused({ declared: '1.299', declaredOwn: '1.548' }, /not within the £1\.299m declared/)
  await refused({ 'amount-2': '-500000' }, /is in pounds, it seems/)
  await refused({ 'item-2': '' }, /Say what the amount is for/)
  await refused({ asAt: 'soon' }, /Enter the day of the report/)
  await refused({ declaredWhen: '2024-25' }, /'2024-25' is not a day or month/)
})

test('a later report stands beside the earlier one, and the other stream as it was last told', async () => {
  const done = await keeping.send(record, october)
  const { text } = await keeping.get(done.location)
  assert.match(text, /It is recorded.*As reported on 7 November 2024/)
  assert.match(text, /Council tax: forecast outturn −0\.812.*Business rates: forecast outturn 1\.684/)
  const earlier = await keeping.get('/finance/collection-fund/2024-25?reported=2024-07-25')
  assert.match(earlier.text, /Council tax: forecast outturn −0\.344/)
  assert.equal((await keeping.get('/finance/collection-fund/2023-24')).status, 404)
})
