import { answerRequests } from '../../cycle/answer-requests.ts'
import { cycleFor, cyclesOf } from '../../cycle/cycles.ts'
import { agreeTo, type Looked, sendBack } from '../../cycle/decide.ts'
import { openCycle } from '../../cycle/open-cycle.ts'
import { remarksOf } from '../../cycle/remarks-of.ts'
import { cycleRequests } from '../../cycle/requests.ts'
import type { Db } from '../../db/database.ts'
import { type Kept, nothingKept } from '../../db/keep.ts'
import { inAuthority } from '../../db/transaction.ts'
import type { Actor, Role } from '../../domain/access/roles.ts'
import { addWorkingDays } from '../../domain/calendar/working-days.ts'
import { nothingGiven } from '../../domain/cycle/answer-checks.ts'
import { type Step, stepOrder } from '../../domain/cycle/step.ts'
import { financialQuarter } from '../../domain/period.ts'
import { assignMeasures } from '../../measures/assign-measures.ts'
import { placeUnit } from '../../organisation/place-unit.ts'
import { shipped, slug } from '../csv.ts'

/** Why it is there, wherever somebody asks. */
const basis = 'Illustrative: no paper of the council says so'
const quarter = financialQuarter(2024, 1)
const cycleSlug = '2024-25-q1'

/**
 * Which directorate each service is shown under. The papers name two directorates and say of no service where it belongs:
 * the others are left unplaced, as a council's would be while nobody has recorded it.
 */
const placements: Readonly<Record<string, readonly string[]>> = {
  'childrens-social-care-and-education': ['childrens-social-care', 'education-excellence'],
  'corporate-services-and-commercial': ['corporate-resources', 'property-and-building-services'],
}

/** How far each stage has come. */
const stepsOf: Readonly<Record<string, readonly Step[]>> = {
  given: [],
  'sent-back': [],
  confirmed: ['confirmation'],
  'signed-off': ['confirmation', 'sign-off'],
  assured: stepOrder,
}

const words = {
  whatHappened:
    'Illustrative words: here the service says in a sentence or two what happened this quarter, and why.',
  whatWeDo: 'Illustrative words: here it says what it is doing about it.',
}

/**
 * Opens the cycle of 2024/25 Q1 with something for each role to do. What no paper says is recorded by an actor that marks it
 * illustrative: due in the days after `today`, answered and agreed to at different steps. Nothing when a cycle is open already.
 */
export async function illustrateCycle(db: Db, authorityId: number, today: string): Promise<Kept> {
  if ((await inAuthority(db, authorityId, (db) => cyclesOf(db))).length > 0) return nothingKept
  const as = (role: Role, post: string): Actor => ({
    authorityId,
    role,
    name: `${post} (illustrative)`,
    illustrative: true,
  })
  const keeper = as('business-intelligence', 'Performance and Business Intelligence')
  const deciders: Readonly<Record<Step, Actor>> = {
    confirmation: as('service-manager', 'Service Manager'),
    'sign-off': as('assistant-director', 'Assistant Director'),
    assurance: keeper,
  }
  const rows = shipped('illustrative/sefton_2024_25_q1.csv').map((row) => ({
    measure: (row.measure_id ?? '').toLowerCase(),
    service: slug(row.service ?? ''),
    stage: row.stage ?? '',
    given: {
      ...nothingGiven,
      ...(row.cannot_supply ? {} : words),
      value: row.value ?? '',
      numerator: row.numerator ?? '',
      denominator: row.denominator ?? '',
      status: row.status || 'final',
      estimation: row.status === 'estimated' ? 'Illustrative: from two months of three.' : '',
      cannotSupply: row.cannot_supply ?? '',
    },
  }))
  for (const [directorate, services] of Object.entries(placements))
    for (const code of services)
      await placeUnit(db, keeper, {
        unit: { kind: 'service', code },
        parent: { kind: 'directorate', code: directorate },
        from: '2023-04-01',
        reason: basis,
      })
  await assignMeasures(db, keeper, {
    measures: rows.map(({ measure, service }) => ({ measure, unit: { kind: 'service', code: service } })),
    from: '2023-04-01',
    basis,
  })
  const due = (days: number) => addWorkingDays(today, days)
  await openCycle(db, keeper, {
    quarter,
    due: { entry: due(5), confirmation: due(8), signOff: due(11), assurance: due(14) },
  })
  const answered = rows.filter(({ stage }) => stage !== '')
  const { stored, problems } = await answerRequests(db, as('frontline', 'Data officer'), {
    quarter: cycleSlug,
    origin: 'form',
    acceptWarnings: true,
    answers: answered.map(({ measure, given }) => ({ measure, seen: 0, given })),
  })
  if (!stored) throw new Error(`The illustrative answers are not sound: ${JSON.stringify(problems)}`)
  for (const step of stepOrder) {
    const ready = answered.filter(({ stage }) => stepsOf[stage]?.includes(step))
    await agreeToAll(db, deciders[step], step, ready)
  }
  for (const { measure } of answered.filter(({ stage }) => stage === 'sent-back'))
    await sendBack(db, deciders.confirmation, {
      quarter: cycleSlug,
      step: 'confirmation',
      measure,
      number: 1,
      reason: 'Illustrative: one of the three months is missing from the count. Please look again.',
    })
  return { added: 1, changed: 0, unchanged: 0 }
}

/** As people do: the unremarkable together, the others one by one. */
async function agreeToAll(
  db: Db,
  actor: Actor,
  step: Step,
  ready: readonly { measure: string }[],
): Promise<void> {
  const remarks = await inAuthority(db, actor.authorityId, async (db) =>
    remarksOf(db, actor, cycleSlug, await cycleRequests(db, await cycleFor(db, cycleSlug))),
  )
  const looked = (some: readonly { measure: string }[]): Looked[] =>
    some.map(({ measure }) => ({ measure, number: 1 }))
  const plain = ready.filter(({ measure }) => remarks.get(measure)?.length === 0)
  if (plain.length > 0) await agreeTo(db, actor, { quarter: cycleSlug, step, answers: looked(plain) })
  for (const each of looked(ready.filter((row) => !plain.includes(row))))
    await agreeTo(db, actor, { quarter: cycleSlug, step, answers: [each] })
}
