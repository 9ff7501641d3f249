import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Period } from '../domain/period.ts'
import { dayText, periodText } from '../domain/period-text.ts'
import type { ThreadBreak } from '../domain/planning/thread.ts'
import type { Report } from '../domain/report/blocks.ts'
import { type Commentary, publishedCommentary } from '../measures/commentary.ts'
import { measureFacts } from '../measures/measure-facts.ts'
import { threadBreaksOf } from '../measures/thread-breaks.ts'
import { trendCharts } from '../measures/trend-chart.ts'
import type { CouncilFacts } from './home-facts.ts'
import { type CouncilPicture, councilPicture } from './picture/picture-facts.ts'
import { type QuarterRisks, quarterRisks } from './quarter-risks.ts'
import { type RestatementsSince, restatementsSince } from './restatements-since.ts'
import { contradictionsSection } from './sections/contradictions.ts'
import { exceptionsSection, type Pictured } from './sections/exceptions.ts'
import { capitalSection, revenueSection } from './sections/money.ts'
import { notesSection } from './sections/notes.ts'
import { prioritySection } from './sections/priority.ts'
import { restatementsSection } from './sections/restatements.ts'
import { riskSection } from './sections/risks.ts'
import { summarySection } from './sections/summary.ts'

export type CporFacts = {
  readonly picture: CouncilPicture
  readonly breaks: readonly ThreadBreak[]
  readonly pictures: readonly Pictured[]
  readonly risks: QuarterRisks
  readonly restatements: RestatementsSince
  /** What the services said of their measures, as far as it was published. */
  readonly said: ReadonlyMap<string, Commentary>
}

/** Everything the Corporate Plan Overview Report tells, gathered once, so that every output tells the same. */
export async function cporFacts(
  db: Db,
  actor: Actor,
  quarter: Period,
  knownBy: KnownBy = null,
): Promise<CporFacts> {
  const picture = await councilPicture(db, actor, quarter, knownBy)
  return {
    picture,
    breaks: await threadBreaksOf(db, knownBy),
    pictures: await picturesOf(db, picture.council),
    risks: await quarterRisks(db, quarter, knownBy),
    restatements: await restatementsSince(db, quarter, knownBy),
    said: await publishedCommentary(db, quarter, { knownBy }),
  }
}

const mostPictures = 3

/** The lines of the foremost concerns that are measures. */
async function picturesOf(db: Db, council: CouncilFacts): Promise<Pictured[]> {
  const foremost = council.measures
    .filter(({ attention }) => attention?.kind === 'concern')
    .sort((a, b) => (b.attention?.weight ?? 0) - (a.attention?.weight ?? 0))
    .slice(0, mostPictures)
  const pictures: Pictured[] = []
  for (const { measure, evaluation } of foremost) {
    const { series } = measure
    if (!series) continue
    const facts = await measureFacts(db, council.authority, council.quarter, measure.code, council.knownBy)
    const chart = trendCharts({ council: council.authority.shortName, series, evaluation, ...facts })?.main
    if (chart)
      pictures.push({
        chart: { ...chart, title: `${measure.title}: ${chart.title}` },
        source: `${series.publisher ?? ''}, ${series.title}`,
      })
  }
  return pictures
}

/** The report as blocks: pure, so the same facts always make the same report. */
export function cporReport({ picture, breaks, pictures, risks, restatements, said }: CporFacts): Report {
  const { council } = picture
  const { authority, quarter, knownBy, priorities } = council
  return {
    kind: 'cpor',
    title: 'Corporate Plan Overview Report',
    subtitle: `How the council is doing against its corporate plan, in figures and words${knownBy === null ? '' : `, as it stood on ${dayText(knownBy)}`}`,
    council: authority.name,
    period: periodText(quarter),
    language: 'en-GB',
    blocks: [
      ...summarySection(council),
      ...exceptionsSection(council, pictures),
      ...contradictionsSection(picture),
      { kind: 'heading', level: 1, text: 'Priority by priority', id: 'priorities' },
      ...priorities.flatMap((priority) => prioritySection(priority, council, said)),
      ...revenueSection(council),
      ...capitalSection(council),
      ...riskSection(risks),
      ...restatementsSection(restatements),
      ...notesSection(council, breaks),
    ],
  }
}
