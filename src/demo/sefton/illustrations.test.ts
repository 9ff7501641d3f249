import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { cycleFor, cyclesOf } from '#src/cycle/cycles.ts'
import { agreeTo } from '#src/cycle/decide.ts'
import { lockQuarter } from '#src/cycle/lock-quarter.ts'
import { remarksOf } from '#src/cycle/remarks-of.ts'
import { cycleRequests } from '#src/cycle/requests.ts'
import type { Db } from '#src/db/database.ts'
import { inAuthority } from '#src/db/transaction.ts'
import type { Actor, Role } from '#src/domain/access/roles.ts'
import { nextStep } from '#src/domain/cycle/request-state.ts'
import type { Step } from '#src/domain/cycle/step.ts'
import { financialQuarter } from '#src/domain/period.ts'
import { correctFigure } from '#src/measures/changes/correct-figure.ts'
import { evaluateThese } from '#src/measures/evaluations.ts'
import { measureFor } from '#src/measures/queries.ts'
import { restatementsOf } from '#src/measures/restatements.ts'
import { measureRow } from '#src/measures/row.ts'
import { measureUnits } from '#src/measures/units.ts'
import { homeView } from '#src/reports/pages/home.ts'
import { councilPicture } from '#src/reports/picture/picture-facts.ts'
import { summarySection } from '#src/reports/sections/summary.ts'
import { seftonDatabase } from '#test/support/sefton.ts'
import { removeIllustrations } from '../remove-illustrations.ts'
import { sefton } from './load.ts'

const { db } = await seftonDatabase({ after })
const reading = <T>(work: (db: Db) => Promise<T>): Promise<T> => inAuthority(db, sefton.id, work)
const requests = () => reading(async (db) => cycleRequests(db, await cycleFor(db, '2024-25-q1')))
const director: Actor = { authorityId: sefton.id, role: 'assistant-director', name: 'Assistant Director' }

test('in the cycle of the demonstration each role has something to do, and all of it is marked illustrative', async () => {
  const all = await requests()
  assert.equal(all.length, 86)
  const states = Map.groupBy(all, ({ state }) => state)
  for (const state of ['waiting', 'sent-back', 'given', 'confirmed', 'signed-off', 'assured'] as const)
    assert.ok((states.get(state) ?? []).length > 0, state)
  assert.ok(all.every(({ illustrative, answer }) => illustrative && (answer === null || answer.illustrative)))
})

test('an assistant director finds more than twenty unremarkable figures to sign off', async () => {
  const confirmed = (await requests()).filter(({ state }) => state === 'confirmed')
  const remarks = await reading((db) => remarksOf(db, director, '2024-25-q1', confirmed))
  assert.ok([...remarks.values()].filter((said) => said.length === 0).length >= 20)
})

test('once the quarter is locked, its figures are said to be illustrative wherever they are judged and corrected', async () => {
  const quarter = '2024-25-q1'
  const by = (role: Role): Actor => ({ authorityId: sefton.id, role, name: `test ${role}` })
  const deciders = {
    confirmation: by('service-manager'),
    'sign-off': by('assistant-director'),
    assurance: by('business-intelligence'),
  }
  for (const [step, actor] of Object.entries(deciders) as [Step, Actor][])
    for (const { measure, answer, state } of await requests())
      if (answer && nextStep(state) === step)
        await agreeTo(db, actor, {
          quarter,
          step,
          answers: [{ measure: measure.code, number: answer.number }],
        })
  await lockQuarter(db, deciders.assurance, { quarter, gapsReason: 'Some units have no officer yet' })
  const shown = async () => {
    const asked = { area: sefton.areaCode, cutOff: '2024-07-01' }
    const [found] = await reading(async (db) => evaluateThese(db, [await measureFor(db, 'sm-01')], asked))
    return [
      found && measureRow(found).value,
      found && measureRow(found).provisional,
      found?.evaluation.sentence,
    ]
  }
  const [value, mark, sentence] = await shown()
  assert.deepEqual([value, mark], ['7.5%', 'illustrative'])
  assert.match(sentence ?? '', /^On an illustrative figure: /)
  const picture = await reading((db) => councilPicture(db, director, financialQuarter(2024, 1)))
  const home = homeView(picture, null)
  assert.match(home.complete, /Of these, 39 are illustrative/)
  assert.equal(home.news.measures.filter(({ says }) => says.startsWith('Illustrative. ')).length, 39)
  const brief = summarySection(picture.council).flatMap((block) =>
    block.kind === 'paragraph' ? block.text : [],
  )
  assert.ok(brief.includes(' of them are illustrative and only show how a report looks. '))
  const outcome = await correctFigure(db, deciders.assurance, {
    measure: 'sm-01',
    start: '2024-04-01',
    end: '2024-07-01',
    value: '9.5',
    numerator: '18',
    denominator: '240',
    status: 'final',
    doubt: null,
    reason: 'Two were counted in the wrong quarter',
    seen: 1,
    today: '2024-08-01',
  })
  assert.match(outcome.ok ? (outcome.effect.warnings[0] ?? '') : '', /gives 7\.5, which is not the value/)
  assert.deepEqual((await shown()).slice(0, 2), ['9.5%', 'illustrative'])
  const [restatement] = await reading((db) => restatementsOf(db))
  assert.deepEqual([restatement?.measure, restatement?.illustrative], ['sm-01', true])
})

test('one command takes away what is illustrative, with what was done since, and nothing else', async () => {
  const tables = ['event', 'measure', 'series'] as const
  const held = () =>
    reading(async (db) =>
      Promise.all(
        tables.map(async (table) => (await db.selectFrom(table).select('authority_id').execute()).length),
      ),
    )
  const [events, ...registers] = await held()
  await assert.rejects(removeIllustrations(db, director), /System operator/)
  const removed = await removeIllustrations(db, { authorityId: sefton.id, role: 'operator', name: 'test' })
  assert.ok((removed.cycle_answer ?? 0) > 40 && removed.cycle === 1, JSON.stringify(removed))
  assert.ok((removed.observation ?? 0) > 30 && removed.restatement === 1, JSON.stringify(removed))
  assert.deepEqual(await reading(cyclesOf), [])
  assert.deepEqual(await reading(measureUnits), [])
  assert.deepEqual(await reading((db) => restatementsOf(db)), [])
  assert.deepEqual(await held(), [(events ?? 0) + 1, ...registers])
  const figures = await reading((db) => db.selectFrom('observation').select('illustrative').execute())
  assert.deepEqual([figures.length, figures.some(({ illustrative }) => illustrative)], [13_793, false])
})
