import { can } from '../../domain/access/can.ts'
import { wholeCouncil } from '../../domain/access/unit.ts'
import { type Organisation, partsBelow, type Standing } from '../../domain/organisation/organisation-on.ts'
import { type PartKind, partKinds } from '../../domain/organisation/part.ts'
import { dayText } from '../../domain/period-text.ts'
import { page } from '../../web/page.ts'
import { typedDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { unitsOn } from '../organisation-facts.ts'
import { dayAsked, onDay, partAddress } from '../part-address.ts'
import { budgetLines, portfolioYears, wardCount } from '../queries.ts'
import { lineOf, organisationTable, type TreeLine, treeBelow } from '../tree.ts'

/** The council as it stood on a day. What is not placed is said, not hidden. */
export const treePage = page({
  path: '/organisation',
  action: 'organisation.view',
  template: 'organisation/pages/tree.njk',
  view: async ({ db, actor, query, path, site }) => {
    const day = dayAsked(query, site)
    const organisation = await unitsOn(db, day)
    const mayChange = can(actor, 'organisation.keep').allowed
    const here = ({ href, ...line }: TreeLine): TreeLine => ({ ...line, href: onDay(href, query) })
    const years = new Map(
      (await portfolioYears(db)).map(({ code, year }) => [partAddress({ kind: 'portfolio', code }), year]),
    )
    const shown = treeView(organisation, new Set(await budgetLines(db)))
    return {
      path,
      day: typedDay(day),
      lead: `As it stood on ${dayText(day)}. Where a unit belongs, what it is called and who answers for it are kept with their days, so that the past stays as it was.`,
      clearHref: day === todayOf(site) ? null : path,
      officers: shown.officers.map(here),
      unplaced: shown.unplaced.map((line) =>
        here(mayChange && line.depth === 0 ? { ...line, moveHref: `${line.href}/move` } : line),
      ),
      onlyServices: shown.unplaced.every(({ kind }) => kind === partKinds.service),
      portfolios: shown.portfolios.map((line) => {
        const year = line.depth === 0 ? years.get(line.href) : undefined
        return here(year === undefined ? line : { ...line, kind: `${line.kind}, named in ${year}` })
      }),
      budgetLines: shown.budgetLines.map(here),
      gone: shown.gone.map(here),
      wards: await wardCount(db),
      table: organisationTable(organisation),
    }
  },
  title: 'How the council is organised',
  tables: ({ table }) => [table],
})

export function treeView(organisation: Organisation, budgetCodes: ReadonlySet<string>) {
  const all = [...organisation.standings.values()]
  const open = all.filter(({ state }) => state === 'open')
  const isBudgetLine = ({ part }: Standing) => part.kind === 'service' && budgetCodes.has(part.code)
  const withBelow = (standing: Standing): TreeLine[] => [
    lineOf(standing, null, 0),
    ...treeBelow(organisation, standing.part, 1),
  ]
  const ofKind = (kind: PartKind) => open.filter(({ part }) => part.kind === kind)
  const unplaced = open.filter(
    (each) =>
      each.parent === null &&
      each.part.kind !== 'directorate' &&
      each.part.kind !== 'portfolio' &&
      !isBudgetLine(each),
  )
  return {
    officers: [
      ...ofKind('directorate').flatMap(withBelow),
      ...partsBelow(organisation, wholeCouncil).flatMap(withBelow),
    ],
    unplaced: unplaced.flatMap(withBelow),
    portfolios: ofKind('portfolio').flatMap((standing) => [
      lineOf(standing, null, 0),
      ...partsBelow(organisation, standing.part).map((each) => lineOf(each, standing.part, 1)),
    ]),
    budgetLines: open
      .filter((each) => isBudgetLine(each) && each.parent === null)
      .map((each) => lineOf(each, null, 0)),
    gone: all.filter(({ state }) => state === 'closed').map((each) => lineOf(each, null, 0)),
  }
}
