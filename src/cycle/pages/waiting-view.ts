import { unitText } from '../../domain/access/unit.ts'
import { type Step, steps } from '../../domain/cycle/step.ts'
import { nameOn } from '../../domain/organisation/organisation-on.ts'
import { shortPeriodText } from '../../domain/period-text.ts'
import type { BoardFacts } from '../board-facts.ts'
import { unassignedName } from '../board-groups.ts'
import type { EarlierFigure } from '../earlier-figures.ts'
import { figureWords } from '../figure-words.ts'
import type { CycleRequest } from '../requests.ts'
import type { Waiting } from '../waiting-for.ts'
import { whomItWaitsFor, whomToAsk } from '../whom-to-ask.ts'
import { checksView } from './checks-view.ts'
import { reviewHref, stepWords } from './step-words.ts'

type Shown = {
  readonly step: Step
  readonly earlier: ReadonlyMap<string, readonly EarlierFigure[]>
  /** What stands ticked when the form is shown again. */
  readonly ticked: readonly string[]
  readonly checked: readonly string[]
  readonly today: string
}

export function waitingView(
  { cycle, organisation, holders }: BoardFacts,
  { plain, remarkable, notThem, notYet, elsewhere }: Waiting,
  { step, earlier, ticked, checked, today }: Shown,
) {
  const { verb } = stepWords[step]
  const unitName = ({ unit }: CycleRequest) =>
    unit.kind === 'council' ? unassignedName : nameOn(organisation, unit)
  const row = (request: CycleRequest) => ({
    ...answerRow(request, earlier.get(request.measure.code) ?? []),
    unit: unitName(request),
    href: reviewHref(cycle.slug, request.measure.code, step),
  })
  const units = Map.groupBy(elsewhere, ({ unit }) => unitText(unit))
  return {
    title: steps[step].name,
    asks: steps[step].asks,
    verb,
    plain: plain.map((request) => {
      const each = row(request)
      return { ...each, ticked: ticked.includes(each.id) }
    }),
    all: plain.length > 1 ? `${verb} all ${plain.length} unremarkable` : null,
    some: `${verb} the ticked`,
    checks: checksView(step, checked),
    remarkable: remarkable.map(({ request, remarks }) => ({ ...row(request), remarks })),
    nothing: plain.length + remarkable.length === 0,
    notThem: notThem.map(({ request, why }) => ({ ...row(request), why })),
    notYet:
      notYet.length === 0
        ? null
        : {
            count: notYet.length === 1 ? '1 figure' : `${notYet.length} figures`,
            verb: notYet.length === 1 ? 'has' : 'have',
            ask: whomToAsk(notYet, holders, today),
          },
    elsewhere: [...units.values()].flatMap((all) =>
      all[0]
        ? [{ unit: unitName(all[0]), count: all.length, ask: whomItWaitsFor(all[0], holders, today) }]
        : [],
    ),
    elsewhereCount: elsewhere.length,
  }
}

/** An answer as it stands in a list of those to be agreed to. */
function answerRow(request: CycleRequest, earlier: readonly EarlierFigure[]) {
  const { measure, period, answer, illustrative } = request
  const { value, missing, note, last, lastPeriod, change } = figureWords(request, earlier)
  return {
    id: `${measure.code}:${answer?.number ?? 0}`,
    code: measure.code,
    title: measure.title,
    period: shortPeriodText(period),
    value: value ?? missing,
    note,
    last,
    lastPeriod,
    change,
    words: firstLine(answer?.given.cannotSupply || answer?.given.whatHappened || ''),
    by: answer?.by.name ?? '',
    illustrative,
  }
}

const longestLine = 140

/** The first sentence, or as much of it as a line can hold. */
function firstLine(text: string): string {
  const [first = ''] = text.trim().split(/(?<=[.!?])\s|\n/, 1)
  return first.length <= longestLine ? first : `${first.slice(0, longestLine).replace(/\s+\S*$/, '')} …`
}
