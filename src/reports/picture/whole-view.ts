import { counted } from '../../domain/counted.ts'
import { quarterText } from '../../domain/period-text.ts'
import { sentenceCase } from '../../domain/report/cells.ts'
import { statusBar } from '../../measures/status-bar.ts'
import type { PeriodLinks } from '../../web/layout.ts'
import { budgetWords } from './budget-words.ts'
import { contradictionTable } from './contradiction-words.ts'
import { allContradictions, everyPicture, type PictureFound } from './every-picture.ts'
import type { CouncilPicture } from './picture-facts.ts'
import { type ScopeKind, scopeAddress, scopeName } from './scopes.ts'

const groups: readonly { readonly kind: ScopeKind; readonly title: string }[] = [
  { kind: 'priority', title: 'Priorities' },
  { kind: 'service', title: 'Services' },
  { kind: 'portfolio', title: 'Portfolios' },
]

/** Every priority, service and portfolio in a line each, and what does not fit together anywhere. */
export function wholeView(all: CouncilPicture, periods: PeriodLinks | null) {
  const pictures = everyPicture(all)
  const lines = allContradictions(pictures)
  return {
    title: 'The whole picture',
    quarter: quarterText(all.council.quarter),
    periods,
    lead:
      lines.length === 0
        ? 'Performance, money and risk side by side. Nothing recorded contradicts anything else.'
        : `Performance, money and risk side by side: ${counted(lines.length, 'thing does', 'things do')} not fit together.`,
    lines,
    table: contradictionTable(lines),
    key: statusBar('All measures', all.council.measures).parts,
    groups: groups.map(({ kind, title }) => groupOf(pictures, kind, title)),
  }
}

/** What nothing is known of but the names is a list of names, with the reason. */
function groupOf(pictures: readonly PictureFound[], kind: ScopeKind, title: string) {
  const mine = pictures.filter(({ scope }) => scope.kind === kind)
  const isPlaced = kind !== 'portfolio' || mine.some(({ scope }) => scope.services.length > 0)
  return {
    title,
    id: kind,
    rows: isPlaced ? mine.map(rowOf) : [],
    links: isPlaced ? [] : mine.map(({ scope }) => ({ text: scope.title, href: scopeAddress(scope) })),
  }
}

function rowOf({ scope, picture, found }: PictureFound) {
  const { budgets, risks } = picture
  const scored = risks.flatMap(({ score }) => (score === null ? [] : [score]))
  return {
    title: scope.title,
    href: scopeAddress(scope),
    bar: picture.measures.length === 0 ? null : statusBar(scopeName(scope), picture.evaluated),
    money: budgets.length === 0 ? 'No budget of its own' : sentenceCase(budgetWords(budgets)),
    risks:
      risks.length === 0
        ? 'None linked'
        : `${risks.length}${scored.length === 0 ? ', none scored' : `, highest ${Math.max(...scored)} of 25`}`,
    isIllustrative: risks.some(({ score, illustrative }) => score !== null && illustrative),
    contradictions: found.length,
  }
}
