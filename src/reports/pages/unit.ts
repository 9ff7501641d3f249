import { can } from '../../domain/access/can.ts'
import { roles } from '../../domain/access/roles.ts'
import { wholeCouncil } from '../../domain/access/unit.ts'
import { nearestFirst } from '../../domain/organisation/change-of-reach.ts'
import { chainOf, nameOn, type Placement } from '../../domain/organisation/organisation-on.ts'
import { fittingParents, partKinds, unitOf } from '../../domain/organisation/part.ts'
import { dayText } from '../../domain/period-text.ts'
import { evaluateThese } from '../../measures/evaluations.ts'
import { registeredMeasures } from '../../measures/queries.ts'
import { measureRow } from '../../measures/row.ts'
import { measuresTable } from '../../measures/scorecard-table.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { onDay, partAddress, partFor, type ShownPart } from '../../organisation/part-address.ts'
import { partHistory } from '../../organisation/part-history.ts'
import { budgetLines, reportingQuarter } from '../../organisation/queries.ts'
import { treeBelow } from '../../organisation/tree.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { scopeAddress } from '../picture/scopes.ts'
import { answeredBelow, answeringUnits, heldRoles } from '../unit-facts.ts'

const notices: Readonly<Record<string, string>> = {
  moved: 'The move is recorded.',
  renamed: 'The new name is recorded.',
  closed: 'The closure is recorded.',
  added: 'It is added.',
  assigned: 'The measures are assigned.',
  unchanged: 'Nothing was to be changed: that is how it stands already.',
}

/** One part of the council on a day: where it belongs and belonged, who holds roles over it, what it answers for. */
export const unitPage = page({
  path: '/organisation/:kind/:code',
  action: 'organisation.view',
  template: 'reports/pages/unit.njk',
  view: async (asked) => {
    const { db, actor, query, site } = asked
    const shown = await partFor(db, asked)
    const { part, facts, day, organisation, standing } = shown
    const unit = unitOf(part)
    const answered =
      unit === null ? [] : answeredBelow(organisation, unit, await answeringUnits(db, organisation))
    const answering = new Map(answered.map((each) => [each.measure, each]))
    const register = (await registeredMeasures(db)).filter(({ code }) => answering.has(code))
    const quarter = await reportingQuarter(db, null)
    const { areaCode } = await authorityOf(db, actor)
    const evaluated = await evaluateThese(db, register, {
      area: areaCode,
      cutOff: quarter.end,
      withTrackRecord: false,
    })
    const rows = evaluated.map((each) => ({
      ...measureRow(each),
      by: nameOn(organisation, answering.get(each.measure.code)?.unit ?? wholeCouncil),
      illustrative: answering.get(each.measure.code)?.illustrative === true,
    }))
    // Roles over the whole council reach everything, and are not said of each part of it.
    const chain = unit === null ? [] : chainOf(organisation, unit).slice(0, -1)
    const isBudgetLine = part.kind === 'service' && (await budgetLines(db)).includes(part.code)
    return {
      notice: notices[query.get('done') ?? ''] ?? null,
      name: standing.name,
      kind: isBudgetLine ? 'Budget line' : partKinds[part.kind],
      kindWord: partKinds[part.kind].toLowerCase(),
      isUnit: unit !== null,
      picture: standing.state === 'open' && !isBudgetLine ? pictureAddress(part) : null,
      illustrative: standing.illustrative,
      dayNote: day === todayOf(site) ? null : `As it stood on ${dayText(day)}.`,
      state: stateText(shown),
      lines: linesOf(shown, query, isBudgetLine),
      below: treeBelow(organisation, part).map((line) => ({ ...line, href: onDay(line.href, query) })),
      mayHaveBelow: part.kind !== 'post',
      roles: nearestFirst(await heldRoles(db), day, chain).map(({ post, role, unit: over, kind }) => ({
        post,
        role: roles[role],
        over: nameOn(organisation, over),
        acting: kind === 'held' ? null : kind === 'delegated' ? 'delegated while away' : 'acting up',
      })),
      rows,
      hasOthers: rows.some(({ by }) => by !== standing.name),
      history: partHistory(facts, part),
      isService: part.kind === 'service',
      changes: can(actor, 'organisation.keep').allowed ? changesOf(shown) : [],
      table: measuresTable('measures', `Measures of ${standing.name}`, rows, []),
    }
  },
  title: ({ name, kind }) => `${name} (${kind.toLowerCase()})`,
  breadcrumbs: () => [{ text: 'How the council is organised', href: '/organisation' }],
  tables: ({ table }) => [table],
})

const pictureAddress = ({ kind, code }: ShownPart['part']): string | null =>
  kind === 'service' || kind === 'portfolio' ? scopeAddress({ kind, code }) : null

function stateText({ standing, organisation, day }: ShownPart): string | null {
  const { state, began, closure } = standing
  if (state === 'not-begun' && began !== null) return `It begins on ${dayText(began)}.`
  if (closure === null) return null
  const work =
    closure.into === null
      ? 'Its work ends with it.'
      : `Its work goes to ${nameOn(organisation, closure.into)}.`
  return `It ${closure.on <= day ? 'closed' : 'closes'} on ${dayText(closure.on)}. ${work}`
}

/** What it belongs to, in the officers' line and among portfolios; what no source says is said. */
function linesOf({ part, standing, organisation }: ShownPart, query: URLSearchParams, isBudgetLine: boolean) {
  if (part.kind === 'directorate' || part.kind === 'portfolio') return []
  const line = (term: string, placement: Placement | null, missing: string) => ({
    term,
    text: placement === null ? null : nameOn(organisation, placement.parent),
    href: placement === null ? null : onDay(partAddress(placement.parent), query),
    since: placement === null ? null : dayText(placement.from),
    reason: placement?.reason ?? null,
    illustrative: placement?.illustrative === true,
    missing,
  })
  const nowhere = isBudgetLine
    ? 'A line of the budget, which is nobody’s service'
    : `No source says which ${part.kind === 'service' ? 'directorate' : 'unit'} it belongs to`
  const takesPortfolio = (fittingParents[part.kind] as readonly string[]).includes('portfolio')
  return [
    line('Belongs to', standing.parent, nowhere),
    ...(takesPortfolio
      ? [line('Portfolio', standing.portfolio, 'No source says which portfolio it falls into')]
      : []),
  ]
}

/** What a keeper can record of it. */
function changesOf({ part }: ShownPart) {
  const address = partAddress(part)
  const moves = fittingParents[part.kind].length > 0
  const takes = (fittingParents.post as readonly string[]).includes(part.kind)
  return [
    ...(moves ? [{ text: 'Move', href: `${address}/move` }] : []),
    { text: 'Rename', href: `${address}/rename` },
    { text: 'Close', href: `${address}/close` },
    ...(takes ? [{ text: 'Add a team or post', href: `${address}/add` }] : []),
    ...(part.kind === 'post' ? [] : [{ text: 'Assign measures', href: `${address}/measures` }]),
  ]
}
