import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#src/access/refusals.ts'
import { createApp } from '#src/app.ts'
import { addDays, financialQuarter, financialYear } from '#src/domain/period.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { todayOf } from '#src/web/site.ts'
import { htmlText } from '#test/support/html-text.ts'
import { measuredCouncil } from '#test/support/measured-council.ts'
import { correctFigure } from './changes/correct-figure.ts'
import { rebaseMeasure } from './changes/rebase-measure.ts'
import { retireMeasure } from './changes/retire-measure.ts'
import { reviseMeasure } from './changes/revise-measure.ts'
import { setTarget } from './changes/set-target.ts'
import { evaluatedMeasures } from './evaluations.ts'
import { measureVersions } from './measure-versions.ts'
import { restatementsOf } from './restatements.ts'
import { figureRevisions, targetRevisions } from './revisions.ts'

const council = await measuredCouncil({ after })
const { db } = council.database
const { keeper, reading } = council
const authority = await reading((db) => authorityOf(db, keeper))
const app = createApp({ database: db, authority, actorFor: () => keeper, production: false })
after(() => app.close())
const today = todayOf({ now: () => new Date() })

type Step = { readonly kind: string; readonly n: number }
const kinds = ['figure', 'new figure', 'target', 'owner', 'direction', 'rebase', 'retire', 'lock'] as const
const steps: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.shuffledSubarray([...kinds], { minLength: 4, maxLength: 5 }),
    fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([some, numbers]) => some.map((kind, index) => ({ kind, n: numbers[index] ?? 0 })))
const given = { measure: 'sm-01', reason: 'tried', agreedBy: 'SLB' }

/** Does one thing that changes what pages say. One that is refused changes nothing, which must hold as well. */
async function take({ kind, n }: Step): Promise<void> {
  const quarter = financialQuarter(2022 + Math.floor(n / 4), ((n % 4) + 1) as 1 | 2 | 3 | 4)
  const figures = await reading((db) => figureRevisions(db, 'recycling', 'E08000001'))
  const held = figures.find(({ period }) => period.start === quarter.start)
  if (kind === 'figure') {
    const same = { numerator: null, denominator: null, status: 'provisional', doubt: null } as const
    const { start, end } = quarter
    const seen = held?.revision ?? 0
    await correctFigure(db, keeper, { ...given, ...same, start, end, value: String(30 + n * 2), seen, today })
  }
  if (kind === 'new figure') await council.figures([`E08000002,2024-25-q1,${40 + n},`], keeper, 'tried')
  if (kind === 'target') {
    const period = financialYear(2024)
    const seen =
      (await reading((db) => targetRevisions(db, 'sm-01'))).find((each) => each.period.start === period.start)
        ?.revision ?? 0
    const value = String(38 + n)
    await setTarget(db, keeper, {
      ...given,
      period,
      value,
      upperValue: null,
      tolerance: '1',
      floor: null,
      seen,
    })
  }
  const [entry] = await reading((db) => measureVersions(db, 'sm-01'))
  if (entry && kind === 'owner')
    await reviseMeasure(db, keeper, { ...given, entry: { ...entry, owner: `Post ${n}` }, seen: entry.number })
  if (entry && kind === 'direction') {
    const goodDirection = n % 2 ? 'low' : 'high'
    await reviseMeasure(db, keeper, { ...given, entry: { ...entry, goodDirection }, seen: entry.number })
  }
  if (kind === 'rebase') await rebaseMeasure(db, keeper, { ...given, at: quarter.start })
  if (kind === 'retire' && n > 3)
    await retireMeasure(db, keeper, { ...given, measure: 'sm-02', from: '2024-05-01', replacedBy: null })
  if (kind === 'lock') await council.lock('2024-25-q1').catch(() => {})
}

const pages = ['/measures/sm-01', '/scorecards/corporate', '/measures', '/thread/breaks', '/']

/** What pages and queries say, now or as at a day; without the days on which things were recorded, which the test moves. */
async function said(day: string | null) {
  const asked = day === null ? '' : `?as-at=${day}`
  const texts: string[] = []
  for (const address of pages) {
    const { statusCode, body } = await app.inject({ url: address + asked })
    assert.equal(statusCode, 200, address + asked)
    texts.push(htmlText(body.split('<main')[1] ?? ''))
  }
  return reading(async (db) => ({
    texts,
    evaluations: await evaluatedMeasures(db, { area: 'E08000001', cutOff: '2024-07-01', knownBy: day }),
    versions: (await measureVersions(db, 'sm-01', day)).map(({ recordedAt: _, ...rest }) => rest),
    restatements: (await restatementsOf(db, { knownBy: day })).map(({ at: _, ...rest }) => rest),
  }))
}

test('what was said on a day is what is said as at that day, whatever is changed later', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (some) => {
      const then = [await said(null)]
      for (const step of some) {
        await council.letPass(1)
        await take(step).catch((error: unknown) => {
          if (!isRefusal(error)) throw error
        })
        then.push(await said(null))
      }
      for (const [index, expected] of then.entries()) {
        const day = addDays(today, index - some.length)
        assert.deepEqual(await said(day), expected, `as at ${some.length - index} days ago`)
      }
    }),
    { numRuns: 5 },
  )
})

test('before anything was there a page says so, with the way back to now', async () => {
  const { statusCode, body } = await app.inject({ url: '/measures/sm-01?as-at=1999-01-01' })
  assert.equal(statusCode, 404)
  assert.match(htmlText(body), /No quarter had been opened for reporting here by 1 January 1999/)
  assert.match(body, /href="\/measures\/sm-01">The page as it is now/)
})

test('a page as at a day says so, and its links keep the day', async () => {
  const { body } = await app.inject({ url: `/scorecards/corporate?as-at=${today}` })
  assert.match(htmlText(body), /As it stood on .+ · back to now/)
  const links = [...body.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href = '']) => href)
  const lost = links.filter((href) => !href.includes(`as-at=${today}`))
  assert.deepEqual(lost, ['/scorecards/corporate'])
  const other = await app.inject({ url: `/about/methods?as-at=${today}` })
  assert.match(htmlText(other.body), /but this page shows what is known now/)
  assert.match(htmlText((await app.inject({ url: '/?as-at=soon' })).body), /'soon' is not a day/)
})
