import { counted } from '../../domain/counted.ts'
import { yearText } from '../../domain/financial-year.ts'
import { sumPence, varianceText, wholePoundsText } from '../../domain/money.ts'
import { quarterText } from '../../domain/period-text.ts'
import { comparedText, contradictions, isRed } from '../../domain/picture/contradictions.ts'
import { sentenceCase } from '../../domain/report/cells.ts'
import { measureRow } from '../../measures/row.ts'
import { statusBar } from '../../measures/status-bar.ts'
import type { PeriodLinks } from '../../web/layout.ts'
import { directionOf } from '../direction.ts'
import { budgetWords } from './budget-words.ts'
import { type ContradictionLine, contradictionLine, contradictionTable } from './contradiction-words.ts'
import { driverTable } from './driver-table.ts'
import { moneyTable } from './money-table.ts'
import type { CouncilPicture } from './picture-facts.ts'
import { pictureOf, type ScopedPicture } from './picture-of.ts'
import { riskTable } from './risk-table.ts'
import { type Scope, scopeAddress, scopeKinds, scopeName } from './scopes.ts'

const mostMeasures = 8

/** Performance, money and risk of one priority, service or portfolio, and where they contradict each other. */
export function pictureView(all: CouncilPicture, scope: Scope, periods: PeriodLinks | null) {
  const picture = pictureOf(all, scope)
  const lines = contradictions(picture)
    .map(contradictionLine)
    .map(withoutLinkTo(scopeAddress(scope)))
  const { revenue } = all.council
  const noteworthy = noteworthyOf(picture)
  return {
    title: scope.title,
    caption: `${scopeKinds[scope.kind].says}: performance, money and risk together, ${quarterText(all.council.quarter)}`,
    periods,
    lead: leadOf(picture),
    lines,
    compared: comparedText(picture),
    contradictions: contradictionTable(lines),
    measures: picture.measures.length,
    bar: statusBar(scopeName(scope), picture.evaluated),
    direction: directionOf(picture.evaluated.map(({ evaluation }) => evaluation)),
    noteworthy: noteworthy.slice(0, mostMeasures),
    moreMeasures: Math.max(0, noteworthy.length - mostMeasures),
    scorecard: scope.kind === 'priority' ? `/thread/${scope.code}` : '/scorecards/corporate',
    money: picture.budgets.length === 0 ? null : moneyTable(picture.budgets),
    moneyHref: revenue ? `/finance/revenue/${revenue.financialYear}/${revenue.month}` : null,
    moneyMissing: revenue ? missingMoney(scope) : 'No revenue position is held for this quarter.',
    pressures: (revenue?.pressures ?? [])
      .filter(({ service }) => scope.services.includes(service))
      .map(({ serviceName, title, amount, assumption }) => ({
        text: `${serviceName}: ${title.charAt(0).toLowerCase()}${title.slice(1)}, ${varianceText(amount)}${assumption ? ` (${assumption})` : ''}`,
      })),
    capital: capitalText(all, scope),
    drivers: picture.drivers.length === 0 ? null : driverTable(picture, all),
    risks: picture.risks.length === 0 ? null : riskTable(picture.risks),
    basis: basisOf(scope),
    parts: scope.kind === 'service' ? [] : partsOf(all, scope),
  }
}

const withoutLinkTo =
  (address: string) =>
  (line: ContradictionLine): ContradictionLine => ({
    ...line,
    subjects: line.subjects.filter(({ href }) => href !== address),
  })

/** What a busy reader takes away when they read nothing else. */
function leadOf({ measures, budgets, risks }: ScopedPicture): string {
  const red = measures.filter(isRed).length
  const above = risks.filter(({ aboveAppetite }) => aboveAppetite === true).length
  const money = budgets.length === 0 ? 'no service budget of its own' : `forecast ${budgetWords(budgets)}`
  const linked =
    risks.length === 0
      ? 'no risk linked'
      : `${counted(risks.length, 'risk')}, ${above} of them above appetite`
  return `${red} of ${counted(measures.length, 'measure')} red; ${money}; ${linked}.`
}

/** Red measures and those that really worsened: the red first. */
function noteworthyOf({ evaluated, measures }: ScopedPicture) {
  const rank = new Map(
    measures.map((measure) => [measure.code, isRed(measure) ? 2 : measure.movement === 'worse' ? 1 : 0]),
  )
  const of = (code: string) => rank.get(code) ?? 0
  return evaluated
    .filter(({ measure }) => of(measure.code) > 0)
    .sort((a, b) => of(b.measure.code) - of(a.measure.code))
    .map(measureRow)
}

const missingMoney = ({ kind }: Scope): string =>
  kind === 'portfolio'
    ? 'No source says which services fall into this portfolio.'
    : kind === 'priority'
      ? 'No service’s budget is set beside this priority: it is paid for from whole-council budgets.'
      : 'This service is no line of the revenue statement.'

function capitalText({ council: { capital } }: CouncilPicture, { services }: Scope): string | null {
  if (!capital) return null
  const [year = ''] = capital.capital.years
  const groups = capital.capital.services.filter(({ service }) => services.includes(service))
  if (groups.length === 0) return null
  const amount = sumPence(groups.map(({ total }) => total[year] ?? 0n))
  const schemes = groups.flatMap((group) => group.schemes).length
  return `${sentenceCase(counted(schemes, 'capital scheme'))}, £${wholePoundsText(amount)} planned for ${yearText(year)}.`
}

const basisOf = ({ kind }: Scope): string =>
  kind === 'priority'
    ? 'Measures are those that serve the priority. Services are set beside priorities by their names and subjects; the papers do not say which service’s money serves which priority.'
    : kind === 'service'
      ? 'Measures are those that the service answers for, those that drive its budget and, where it alone is set beside a priority, those of the priority that nobody answers for.'
      : 'Measures, money and risks are those of the services that fall into the portfolio.'

const partsOf = ({ scopes }: CouncilPicture, { services }: Scope) =>
  scopes
    .filter((each) => each.kind === 'service' && services.includes(each.code))
    .map((each) => ({ text: each.title, href: scopeAddress(each) }))
