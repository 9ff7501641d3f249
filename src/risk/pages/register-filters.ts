import type { Db } from '../../db/database.ts'
import { unitText } from '../../domain/access/unit.ts'
import { NO_LEVEL, riskLevels } from '../../domain/risk/level.ts'
import { namedUnits, unitNamed } from '../../people/queries.ts'
import { prioritiesOn } from '../../planning/queries.ts'
import { categoriesOf } from '../categories.ts'
import type { RiskStanding } from '../risk.ts'

const names = ['level', 'category', 'priority', 'unit', 'status'] as const
type Name = (typeof names)[number]

/** What the register is filtered by, in its address; the risks that fit; and the choices there are. */
export async function registerFilters(
  all: readonly RiskStanding[],
  { db, query, path, day }: { db: Db; query: URLSearchParams; path: string; day: string },
) {
  const chosen = Object.fromEntries(names.map((name) => [name, query.get(name) ?? ''])) as Record<
    Name,
    string
  >
  const units = await namedUnits(db, day)
  const priorities = await prioritiesOn(db, day)
  const closed = all.filter(({ status }) => status === 'closed').length
  const held = [...new Set(all.flatMap(({ unit }) => (unit === null ? [] : [unitText(unit)])))]
  const items = (name: Name, first: string, choices: readonly { value: string; text: string }[]) => [
    { value: '', text: first, selected: chosen[name] === '' },
    ...choices.map((each) => ({ ...each, selected: each.value === chosen[name] })),
  ]
  return {
    found: all.filter((risk) => fits(risk, chosen)),
    view: {
      path,
      clearHref: names.some((name) => chosen[name] !== '') ? path : null,
      level: items('level', 'All levels', [
        ...Object.entries(riskLevels).map(([value, { text }]) => ({ value, text })),
        { value: 'none', text: NO_LEVEL },
      ]),
      category: items(
        'category',
        'All categories',
        categoriesOf(all).map((text) => ({ value: text, text })),
      ),
      priority: items(
        'priority',
        'All priorities',
        priorities.map(({ code, title }) => ({ value: code, text: title })),
      ),
      unit: items(
        'unit',
        'The whole council',
        units
          .filter(({ unit }) => held.includes(unitText(unit)))
          .map(({ unit }) => ({ value: unitText(unit), text: unitNamed(units, unit) })),
      ),
      status: items('status', 'Open risks', [
        { value: 'closed', text: `Closed risks (${closed})` },
        { value: 'all', text: 'Open and closed' },
      ]),
    },
  }
}

const fits = (
  risk: RiskStanding,
  { level, category, priority, unit, status }: Record<Name, string>,
): boolean =>
  (level === '' || (risk.level ?? 'none') === level) &&
  (category === '' || risk.category === category) &&
  (priority === '' || risk.links.some(({ kind, code }) => kind === 'plan-item' && code === priority)) &&
  (unit === '' || (risk.unit !== null && unitText(risk.unit) === unit)) &&
  (status === 'all' || risk.status === (status === 'closed' ? 'closed' : 'open'))
