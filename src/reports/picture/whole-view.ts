import { poundsMillionText, sumPence, varianceText } from '../../domain/money.ts'
import { quarterText } from '../../domain/period-text.ts'
import { contradictions } from '../../domain/picture/contradictions.ts'
import { sentenceCase } from '../../domain/report/cells.ts'
import { statusBar } from '../../measures/status-bar.ts'
import type { PeriodLinks } from '../../web/layout.ts'
import { type ContradictionLine, contradictionLine, contradictionTable } from './contradiction-words.ts'
import type { CouncilPicture } from './picture-facts.ts'
import { pictureOf } from './picture-of.ts'
import { type Scope, type ScopeKind, scopeAddress, scopeName } from './scopes.ts'

const groups: readonly { readonly kind: ScopeKind; readonly title: string }[] = [
  { kind: 'priority', title: 'Priorities' },
  { kind: 'service', title: 'Services' },
  { kind: 'portfolio', title: 'Portfolios' },
]

/** Every priority, service and portfolio in a line each, and what does not fit together anywhere. */
export function wholeView(all: CouncilPicture, periods: PeriodLinks | null) {
  const lines = allContradictions(all)
  return {
    title: 'The whole picture',
    quarter: quarterText(all.council.quarter),
    periods,
    lead:
      lines.length === 0
        ? 'Performance, money and risk side by side. Nothing recorded contradicts anything else.'
        : `Performance, money and risk side by side: ${lines.length} ${lines.length === 1 ? 'thing does' : 'things do'} not fit together.`,
    lines,
    table: contradictionTable(lines),
    key: statusBar('All measures', all.council.measures).parts,
    groups: groups.map(({ kind, title }) => groupOf(all, kind, title)),
  }
}

/** Those of the priorities and of the services, each said once. */
export function allContradictions(all: CouncilPicture): ContradictionLine[] {
  const found = all.scopes
    .filter(({ kind }) => kind !== 'portfolio')
    .flatMap((scope) => contradictions(pictureOf(all, scope)).map(contradictionLine))
  return [...new Map(found.map((line) => [`${line.kind} ${line.says}`, line])).values()]
}

/** What nothing is known of but the names is a list of names, with the reason. */
function groupOf(all: CouncilPicture, kind: ScopeKind, title: string) {
  const scopes = all.scopes.filter((scope) => scope.kind === kind)
  const isPlaced = kind !== 'portfolio' || scopes.some(({ services }) => services.length > 0)
  return {
    title,
    id: kind,
    rows: isPlaced ? scopes.map((scope) => rowOf(all, scope)) : [],
    links: isPlaced ? [] : scopes.map((scope) => ({ text: scope.title, href: scopeAddress(scope) })),
  }
}

function rowOf(all: CouncilPicture, scope: Scope) {
  const picture = pictureOf(all, scope)
  const { budgets, risks } = picture
  const variance = sumPence(budgets.map((each) => each.variance))
  const scored = risks.flatMap(({ score }) => (score === null ? [] : [score]))
  return {
    title: scope.title,
    href: scopeAddress(scope),
    bar: picture.measures.length === 0 ? null : statusBar(scopeName(scope), picture.evaluated),
    money:
      budgets.length === 0
        ? 'No budget of its own'
        : `${sentenceCase(varianceText(variance))} on ${poundsMillionText(sumPence(budgets.map(({ budget }) => budget)))}`,
    risks:
      risks.length === 0
        ? 'None linked'
        : `${risks.length}${scored.length === 0 ? ', none scored' : `, highest ${Math.max(...scored)} of 25`}`,
    contradictions: contradictions(picture).length,
  }
}
