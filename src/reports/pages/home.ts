import { owedLine } from '../../cycle/owed-line.ts'
import { counted } from '../../domain/counted.ts'
import type { HighNeedsFact } from '../../domain/high-needs/fact.ts'
import { addDays } from '../../domain/period.ts'
import { dayText, periodText, quarterText } from '../../domain/period-text.ts'
import type { PictureBudget } from '../../domain/picture/parts.ts'
import { sentenceCase } from '../../domain/report/cells.ts'
import { highNeedsFacts } from '../../high-needs/queries.ts'
import { statusBar } from '../../measures/status-bar.ts'
import { quarterLinks } from '../../organisation/quarter-links.ts'
import { reportingQuarter } from '../../organisation/queries.ts'
import type { PlanItem } from '../../planning/queries.ts'
import type { PeriodLinks } from '../../web/layout.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { type AttentionItem, concerns, successes } from '../attention-items.ts'
import { directionOf } from '../direction.ts'
import type { CouncilFacts } from '../home-facts.ts'
import { illustrativeCount } from '../illustrative-count.ts'
import { moneyFacts } from '../money-facts.ts'
import { budgetWords } from '../picture/budget-words.ts'
import { allContradictions, everyPicture, type PictureFound } from '../picture/every-picture.ts'
import type { LinkedRisk } from '../picture/linked-risks.ts'
import { type CouncilPicture, councilPicture } from '../picture/picture-facts.ts'
import { scopeAddress } from '../picture/scopes.ts'

export const homePage = page({
  path: '/',
  action: 'home.view',
  template: 'reports/pages/home.njk',
  asAt: true,
  view: async ({ db, actor, query, path, asAt, site }) => {
    const quarter = await reportingQuarter(db, query.get('period'), asAt)
    const periods = quarterLinks(quarter, await reportingQuarter(db, null, asAt), path, query)
    const owed = asAt === null ? await owedLine(db, actor, todayOf(site)) : null
    const picture = await councilPicture(db, actor, quarter, asAt)
    return { ...homeView(picture, periods, await highNeedsFacts(db, asAt)), owed }
  },
  title: (view) => view.title,
  periods: (view) => view.periods,
})

const mostConcerns = 7
const mostSuccesses = 3

/** What the home page says, in the order it is read. */
export function homeView(
  picture: CouncilPicture,
  periods: PeriodLinks | null,
  highNeeds: readonly HighNeedsFact[] = [],
) {
  const facts = picture.council
  const { authority, quarter, measures } = facts
  const withFigures = measures.filter(({ evaluation }) => evaluation.latest !== null).length
  const illustrative = illustrativeCount(measures)
  const withTarget = measures.filter(({ evaluation }) => evaluation.target !== null).length
  const all = concerns(facts)
  const pictures = everyPicture(picture)
  return {
    title: `How ${authority.shortName} is doing`,
    periods,
    quarter: quarterText(quarter),
    complete: `${withFigures} of ${measures.length} measures have figures for periods that ended by ${dayText(addDays(quarter.end, -1))}.${illustrative === 0 ? '' : ` Of these, ${illustrative} are illustrative: they only show how this works.`}`,
    targets:
      withTarget === 0
        ? `No measure has a target yet, so none can be on or off track: they are held against ${authority.shortName}’s 20 most similar councils instead.`
        : `${withTarget} of them have a target.`,
    concerns: all.slice(0, mostConcerns).map(shown),
    moreConcerns: all.length > mostConcerns ? `${all.length - mostConcerns} more on the scorecard` : null,
    successes: successes(facts).slice(0, mostSuccesses).map(shown),
    priorities: facts.priorities.map((priority) => priorityRow(priority, facts, pictures)),
    contradictions: contradictionsLine(pictures),
    key: statusBar('All measures', measures).parts,
    moneyNote: moneyNote(facts),
    money: moneyFacts(picture, highNeeds),
    news: news(facts),
  }
}

const shown = ({ weight: _, ...item }: AttentionItem) => item

function priorityRow(priority: PlanItem, facts: CouncilFacts, pictures: readonly PictureFound[]) {
  const mine = pictures.find(({ scope }) => scope.kind === 'priority' && scope.code === priority.code)
  const serving = facts.measures.filter(({ measure }) => measure.serves === priority.code)
  const items = [...facts.items.values()].filter((item) => item.serves === priority.code)
  const actions = items.filter(({ kind }) => kind === 'action').length
  return {
    title: priority.title,
    href: `/thread/${priority.code}`,
    bar: statusBar(priority.title, serving),
    direction: directionOf(serving.map(({ evaluation }) => evaluation)),
    actions: actions === 0 ? 'None recorded' : `${actions} planned; progress not yet reported`,
    picture: scopeAddress({ kind: 'priority', code: priority.code }),
    money: moneyOf(facts, mine?.picture.budgets ?? []),
    risk: highestRisk(mine?.picture.risks ?? []),
  }
}

/** The highest of the priority's risks, by its score; that none is scored is said. */
function highestRisk(risks: readonly LinkedRisk[]) {
  const [highest] = risks
    .filter(({ score }) => score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
  if (risks.length === 0) return { text: 'None linked', href: null, illustrative: false }
  if (!highest)
    return { text: `${counted(risks.length, 'risk')}, none scored`, href: '/risks', illustrative: false }
  return {
    text: `${highest.score} of 25${highest.aboveAppetite === true ? ', above appetite' : ''}`,
    href: `/risks/${highest.code}`,
    illustrative: highest.illustrative,
  }
}

const contradictionsLine = (pictures: readonly PictureFound[]): string | null => {
  const found = allContradictions(pictures).length
  return found === 0 ? null : `${counted(found, 'thing does', 'things do')} not fit together`
}

function moneyOf({ revenue }: CouncilFacts, budgets: readonly PictureBudget[]): string {
  if (!revenue) return 'No position held'
  return budgets.length === 0 ? 'Whole-council budgets' : sentenceCase(budgetWords(budgets))
}

const moneyNote = ({ services }: CouncilFacts): string =>
  services.some(({ basis }) => basis !== 'same name')
    ? 'Services are set beside priorities by their names and subjects; the papers do not say which service’s money serves which priority.'
    : ''

/** Measures whose latest figure belongs to a period that ended in this quarter. */
function news({ measures, quarter }: CouncilFacts) {
  const fresh = measures.filter(
    ({ evaluation: { latest } }) => latest !== null && latest.period.end > quarter.start,
  )
  return {
    words:
      fresh.length === 0
        ? `No measure has a figure for a period that ended in ${periodText(quarter)}.`
        : `${fresh.length} ${fresh.length === 1 ? 'measure has' : 'measures have'} a figure for a period that ended in ${periodText(quarter)}:`,
    measures: fresh.map(({ measure, evaluation }) => ({
      title: measure.title,
      href: `/measures/${measure.code}`,
      says: `${evaluation.latest?.illustrative ? 'Illustrative. ' : ''}${evaluation.overYear.says}`,
    })),
  }
}
