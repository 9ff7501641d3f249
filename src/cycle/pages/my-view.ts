import { can } from '../../domain/access/can.ts'
import { owedWords } from '../../domain/cycle/owed-words.ts'
import { steps } from '../../domain/cycle/step.ts'
import { unitsOn } from '../../organisation/organisation-facts.ts'
import type { Asked } from '../../web/page.ts'
import { pagesOf } from '../../web/paging.ts'
import { todayOf } from '../../web/site.ts'
import { cyclesOf } from '../cycles.ts'
import { expectations } from '../expectations.ts'
import {
  answeredBy,
  isOwed,
  type OpenRequest,
  openRequests,
  type Waiting,
  waitingFor,
} from '../open-requests.ts'
import { type UnitChoice, unitChoices, unitOf } from '../unit-choices.ts'
import { cycleName } from './cycle-words.ts'
import { doneItem, owedItem } from './my-items.ts'
import { nothingOwed } from './nothing-owed.ts'

/** No list is longer than somebody reads through at once. */
const rowsAtOnce = 20

export async function myView({ db, actor, query, path, site }: Asked) {
  const today = todayOf(site)
  const open = await openRequests(db)
  const answers = answeredBy(actor, open)
  const keeps = can(actor, 'cycle.open').allowed
  const choices = unitChoices(answers, await unitsOn(db, today))
  const given = answers.find(({ request }) => request.measure.code === query.get('answered')) ?? null
  const chosen = chosenUnit(choices, query.get('unit') ?? (given && unitOf(given)), {
    keeps,
    // A visitor of the demonstration speaks for every unit, and looks at one at a time.
    byUnit: actor.grants === undefined || answers.length > rowsAtOnce,
  })
  const mine = answers.filter((each) => chosen === 'all' || unitOf(each) === chosen?.value)
  const owed = inOrder(mine.filter(isOwed))
  const pages = pagesOf({ total: owed.length, size: rowsAtOnce, path, query })
  const shown = owed.slice(pages.from, pages.to)
  const expected = await expectations(db, actor, shown)
  const names = new Map(choices.map(({ value, name }) => [value, name]))
  const severalUnits = new Set(mine.map(unitOf)).size > 1
  const unitName = (each: OpenRequest) => (severalUnits ? (names.get(unitOf(each)) ?? null) : null)
  const [next = null] = owed
  const dues = owed.map(({ request, cycle }) => request.due ?? cycle.due.entry)
  const [nothing, dates] =
    keeps || owed.length > 0 ? [null, null] : nothingOwed(actor, await cyclesOf(db), answers, today)
  return {
    lead: owedWords(dues, today) ?? nothing,
    dates,
    keeper: keeps ? keeperWords(open) : null,
    notice:
      given === null || isOwed(given)
        ? null
        : {
            text: `Your answer for ‘${given.request.measure.title}’ is in, and waits for confirmation.`,
            next:
              next === null ? null : { text: next.request.measure.title, href: owedItem(next, today).href },
          },
    waiting: waitingFor(actor, open).map(waitingWords),
    chooser: chosen === 'all' || choices.length < 2 ? null : chooserOf(choices, chosen),
    owed: shown.map((each) => ({
      ...owedItem(each, today, expected.get(each.request.measure.code)),
      unit: unitName(each),
    })),
    pages,
    done: mine.filter((each) => !isOwed(each)).map((each) => ({ ...doneItem(each), unit: unitName(each) })),
  }
}

/** What was sent back first, then by the day it is due, then as the register has it. */
const inOrder = (owed: readonly OpenRequest[]): OpenRequest[] =>
  owed.toSorted(
    (a, b) =>
      Number(b.request.state === 'sent-back') - Number(a.request.state === 'sent-back') ||
      a.cycle.due.entry.localeCompare(b.cycle.due.entry),
  )

function chosenUnit(
  choices: readonly UnitChoice[],
  asked: string | null,
  { keeps, byUnit }: { readonly keeps: boolean; readonly byUnit: boolean },
): UnitChoice | 'all' | null {
  if (!keeps && !byUnit) return 'all'
  return choices.find(({ value }) => value === asked) ?? (keeps ? null : (choices[0] ?? null))
}

const chooserOf = (choices: readonly UnitChoice[], chosen: UnitChoice | null) => ({
  chosen: chosen?.name ?? null,
  items: [
    ...(chosen === null ? [{ value: '', text: 'Choose a unit', selected: true }] : []),
    ...choices.map(({ value, name, owed }) => ({
      value,
      text: `${name}: ${owed === 0 ? 'all answered' : `${owed} to answer`}`,
      selected: value === chosen?.value,
    })),
  ],
})

const waitingWords = ({ slug, step, count }: Waiting) => ({
  text: `${count} ${count === 1 ? 'answer waits' : 'answers wait'} for your ${steps[step].name.toLowerCase()}`,
  href: `/cycles/${slug}/${step}`,
})

/** Somebody who looks after the whole cycle is led to where it can be seen whole. */
function keeperWords(open: readonly OpenRequest[]) {
  const latest = open.at(-1)?.cycle
  if (latest === undefined)
    return { says: 'No reporting cycle is open. There is nothing to look after.', board: null }
  const its = open.filter(({ cycle }) => cycle.slug === latest.slug)
  const owed = its.filter(isOwed).length
  return {
    says: `${its.length - owed} of ${its.length} answers are in. You may answer for any unit.`,
    board: { text: `Completion board for ${cycleName(latest)}`, href: `/cycles/${latest.slug}` },
  }
}
