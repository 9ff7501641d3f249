import { recordCalendarRules } from '../../calendar/commands.ts'
import { recordFrameworkVersion } from '../../calendar/framework-commands.ts'
import { frameworkVersions } from '../../calendar/framework-versions.ts'
import type { Db } from '../../db/database.ts'
import { bothKept, type Kept } from '../../db/keep.ts'
import { inAuthority } from '../../db/transaction.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { englishDay } from '../../domain/english-day.ts'
import { financialQuarter } from '../../domain/period.ts'
import { recordFundStream } from '../../finance/collection-fund/record-stream.ts'
import { tieDrivers } from '../../finance/drivers/tie-drivers.ts'
import { recordPrudentialQuarter } from '../../finance/prudential/record-quarter.ts'
import { linkItems, linkSeries, recordMeasures, recordSeries } from '../../measures/commands.ts'
import { importObservations } from '../../measures/import.ts'
import { readObservations } from '../../measures/read-observations.ts'
import { recordAreas, recordComparatorGroups } from '../../organisation/areas.ts'
import { authorities, setUpAuthority } from '../../organisation/authority.ts'
import { openQuarter, recordOrganisation } from '../../organisation/commands.ts'
import { reportingQuarters } from '../../organisation/queries.ts'
import { linkServices, recordPlan } from '../../planning/commands.ts'
import { recordForums } from '../../signals/forum-commands.ts'
import { shippedText } from '../csv.ts'
import { illustrateAuditSample } from './audit-sample.ts'
import { calendarRules } from './calendar.ts'
import { loadCapital } from './capital-steps.ts'
import { collectionFundJuly2024 } from './collection-fund.ts'
import { costDrivers } from './cost-drivers.ts'
import { forums } from './forums.ts'
import { framework } from './framework.ts'
import { loadHighNeeds } from './high-needs.ts'
import { illustrateRisks } from './illustrate-risks.ts'
import { illustrateCycle } from './illustrations.ts'
import {
  areas,
  comparatorGroups,
  itemMeasures,
  measureSeries,
  publicSeries,
  strategicMeasures,
} from './measures.ts'
import { illustrateMediumTerm } from './medium-term.ts'
import { organisation } from './organisation.ts'
import { corporatePlan, earlierCorporatePlan, servicePriorities, vision } from './plans.ts'
import { prudentialJune2024 } from './prudential.ts'
import { loadRevenue } from './revenue-steps.ts'
import { loadRisks } from './risks.ts'
import { illustrateSignals } from './signals.ts'

export const sefton = {
  id: 1,
  slug: 'sefton',
  name: 'Sefton Council',
  shortName: 'Sefton',
  areaCode: 'E08000014',
  brandColour: '#0a4f70',
} as const

const loader: Actor = { authorityId: sefton.id, role: 'operator', name: 'demo data' }

/**
 * Loads the published facts of Sefton Council by the same commands a user's work goes through, so that nothing is in the
 * demonstration that a user could not have put there. Loading again changes nothing.
 */
export async function loadSefton(
  db: Db,
  progress: (says: string) => void,
  today = englishDay(new Date().toISOString()),
): Promise<Kept> {
  await setUpAuthority(db, sefton)
  let kept: Kept = { added: 0, changed: 0, unchanged: 0 }
  const step = async (says: string, work: () => Promise<Kept>): Promise<void> => {
    progress(says)
    kept = bothKept(kept, await work())
  }
  await step('organisation', () => recordOrganisation(db, loader, organisation()))
  await step('forums', () => recordForums(db, loader, forums()))
  await step('vision and core purpose', () => recordPlan(db, loader, vision()))
  await step('corporate plan 2023 to 2026', () => recordPlan(db, loader, earlierCorporatePlan()))
  await step('corporate plan 2024 to 2027', () => recordPlan(db, loader, corporatePlan()))
  await step('which priority each service serves', () => linkServices(db, loader, servicePriorities()))
  await step('framework', () => firstFramework(db))
  await step('calendar', () => recordCalendarRules(db, loader, calendarRules()))
  const measures = strategicMeasures()
  await step('strategic measures', () => recordMeasures(db, loader, measures))
  await step('what tells whether success is reached', () => linkItems(db, loader, itemMeasures(measures)))
  await step('areas', () => recordAreas(db, loader, areas()))
  await step('comparator groups', () => recordComparatorGroups(db, loader, comparatorGroups()))
  const series = publicSeries()
  await step('public series', () => recordSeries(db, loader, series))
  await step('which series stands behind which measure', () => linkSeries(db, loader, measureSeries(series)))
  await step('public figures', () => figures(db, progress))
  await loadRevenue(db, loader, step)
  await loadCapital(db, loader, step)
  await step('what drives which cost', () => tieDrivers(db, loader, costDrivers()))
  await step('prudential indicators at June 2024', () =>
    recordPrudentialQuarter(db, loader, prudentialJune2024()),
  )
  await step('high needs', () => loadHighNeeds(db, loader))
  for (const stream of collectionFundJuly2024())
    await step('collection fund', () => recordFundStream(db, loader, stream))
  await step('named risks', () => loadRisks(db, loader))
  await step('illustrative scores of risks', () => illustrateRisks(db, sefton.id, today))
  await step('an illustrative reporting cycle of 2024/25 Q1', () => illustrateCycle(db, sefton.id, today))
  await step('an illustrative audit sample', () => illustrateAuditSample(db, sefton.id))
  await step('illustrative issues and recommendations', () => illustrateSignals(db, sefton.id, today))
  await step('illustrative assumptions on the years to come', () => illustrateMediumTerm(db, sefton.id))
  await step('2024/25 Q1 opened', () => openQuarter(db, loader, financialQuarter(2024, 1)))
  return kept
}

/** The framework as it first stood; a version recorded since is not touched. */
async function firstFramework(db: Db): Promise<Kept> {
  const held = await inAuthority(db, sefton.id, frameworkVersions)
  if (held.length > 0) return { added: 0, changed: 0, unchanged: 1 }
  await recordFrameworkVersion(db, loader, framework())
  return { added: 1, changed: 0, unchanged: 0 }
}

/** Whether a council is set up here already. A Sefton whose loading was cut short is not: loading it again completes it. */
export async function isSetUp(db: Db): Promise<boolean> {
  const all = await authorities(db)
  if (all.length !== 1 || all[0]?.slug !== sefton.slug) return all.length > 0
  return inAuthority(db, sefton.id, async (db) => (await reportingQuarters(db)).length > 0)
}

async function figures(db: Db, progress: (says: string) => void): Promise<Kept> {
  const result = await importObservations(db, loader, {
    ...readObservations(shippedText('sefton/sefton_series.csv')),
    file: 'sefton_series.csv',
    reason: null,
    dryRun: false,
    progress: (done, of) =>
      progress(`public figures: ${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}`),
  })
  const [problem] = result.problems
  if (problem) throw new Error(`sefton_series.csv row ${problem.row}, ${problem.column}: ${problem.message}`)
  return { added: result.accepted, changed: result.revised, unchanged: result.unchanged }
}
