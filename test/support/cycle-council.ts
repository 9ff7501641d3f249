import { type AnswersResult, answerRequests } from '#src/cycle/answer-requests.ts'
import { cycleFor } from '#src/cycle/cycles.ts'
import { openCycle } from '#src/cycle/open-cycle.ts'
import { type CycleRequest, cycleRequests } from '#src/cycle/requests.ts'
import type { Db } from '#src/db/database.ts'
import type { Actor, Role } from '#src/domain/access/roles.ts'
import { type Unit, wholeCouncil } from '#src/domain/access/unit.ts'
import { type AnswerGiven, nothingGiven } from '#src/domain/cycle/answer-checks.ts'
import type { DueDays } from '#src/domain/cycle/due-days.ts'
import { financialQuarter } from '#src/domain/period.ts'
import { assignMeasures } from '#src/measures/assign-measures.ts'
import { type MeasureInput, recordMeasures } from '#src/measures/commands.ts'
import { recordOrganisation } from '#src/organisation/commands.ts'
import { placeUnit } from '#src/organisation/place-unit.ts'
import type { Ending } from './database.ts'
import { type SmallCouncil, smallCouncil } from './small-council.ts'

export const q1 = financialQuarter(2024, 1)
export const slug = '2024-25-q1'
/** So far ahead that nothing in these tests comes late. */
export const due: DueDays = {
  entry: '2099-07-13',
  confirmation: '2099-07-16',
  signOff: '2099-07-21',
  assurance: '2099-07-24',
}
const place: Unit = { kind: 'directorate', code: 'place' }
const housing: Unit = { kind: 'service', code: 'housing' }
const waste: Unit = { kind: 'service', code: 'waste' }

export const measure = (code: string, position: number, more: Partial<MeasureInput>): MeasureInput => ({
  code,
  position,
  title: `Measure ${code}`,
  theme: 'A better place',
  positionInTheme: position,
  serves: null,
  unit: 'percentage',
  goodDirection: 'high',
  informationType: 'performance-indicator',
  level: 'strategic',
  ownerRole: null,
  metricResponsibility: null,
  dataOfficer: null,
  source: 'test',
  note: null,
  ...more,
})

export type CycleCouncil = SmallCouncil & {
  readonly db: Db
  /** Somebody with an account who holds a role over a unit. */
  readonly holder: (accountId: number, role: Role, unit?: Unit) => Actor
  readonly officer: Actor
  readonly manager: Actor
  readonly director: Actor
  readonly assurer: Actor
  readonly requests: () => Promise<CycleRequest[]>
  readonly request: (code: string) => Promise<CycleRequest>
  /** Answers for one measure as the officer, unless said. */
  readonly answer: (
    code: string,
    given: Partial<AnswerGiven>,
    more?: { by?: Actor; seen?: number; acceptWarnings?: boolean },
  ) => Promise<AnswersResult>
}

/** A council with five measures, two of them of the waste service, and the cycle of 2024/25 Q1 open. */
export async function cycleCouncil(test: Ending): Promise<CycleCouncil> {
  const council = await smallCouncil(test)
  const { db } = council.database
  const { keeper } = council
  const source = 'test'
  await recordOrganisation(db, keeper, {
    directorates: [{ code: 'place', name: 'Place', leadRole: null, certainty: 'named', source }],
    services: [
      { code: 'housing', name: 'Housing', kind: 'service', source },
      { code: 'waste', name: 'Waste', kind: 'service', source },
    ],
    portfolios: [],
    roles: [],
  })
  for (const unit of [housing, waste])
    await placeUnit(db, keeper, {
      unit,
      parent: place,
      from: '2020-04-01',
      reason: 'As the constitution says',
    })
  await recordMeasures(db, keeper, [
    measure('m-1', 1, {}),
    measure('m-2', 2, { unit: 'count' }),
    measure('m-3', 3, { goodDirection: 'low' }),
    measure('m-4', 4, {}),
    measure('m-5', 5, { unit: 'count', goodDirection: 'low' }),
  ])
  await assignMeasures(db, keeper, {
    measures: ['m-1', 'm-2', 'm-3', 'm-4', 'm-5'].map((code) => ({
      measure: code,
      unit: code === 'm-4' || code === 'm-5' ? waste : housing,
    })),
    from: '2020-04-01',
    basis: 'As the register says',
  })
  await openCycle(db, keeper, { quarter: q1, due })
  const holder: CycleCouncil['holder'] = (accountId, role, unit = wholeCouncil) => ({
    authorityId: 1,
    role,
    name: `${role} ${accountId}`,
    accountId,
    grants: [
      {
        id: accountId,
        role,
        unit,
        kind: 'held',
        from: '2020-04-01',
        until: null,
        onBehalfOf: null,
        endedOn: null,
      },
    ],
  })
  const officer = holder(1, 'frontline', housing)
  const requests = () => council.reading(async (db) => cycleRequests(db, await cycleFor(db, slug)))
  return {
    ...council,
    db,
    holder,
    officer,
    manager: holder(2, 'service-manager', housing),
    director: holder(3, 'assistant-director', place),
    assurer: holder(4, 'business-intelligence'),
    requests,
    request: async (code) => {
      const found = (await requests()).find(({ measure }) => measure.code === code)
      if (found === undefined) throw new Error(`Nothing is asked for ${code}.`)
      return found
    },
    answer: (code, given, { by = officer, seen = 0, acceptWarnings = false } = {}) =>
      answerRequests(db, by, {
        quarter: slug,
        origin: 'form',
        acceptWarnings,
        answers: [{ measure: code, seen, given: { ...nothingGiven, whatHappened: 'As planned.', ...given } }],
      }),
  }
}
