import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { sampleCandidates } from '#src/assurance/candidates.ts'
import * as items from '#src/assurance/items.ts'
import { unitsOfMeasure } from '#src/assurance/measure-units.ts'
import * as samples from '#src/assurance/queries.ts'
import { rePerformed } from '#src/assurance/re-performed.ts'
import { everyEvent } from '#src/audit/filter.ts'
import * as audit from '#src/audit/queries.ts'
import { verifyTrail } from '#src/audit/verify.ts'
import * as frameworks from '#src/calendar/framework-versions.ts'
import * as planRecords from '#src/calendar/plan-records.ts'
import * as calendar from '#src/calendar/queries.ts'
import * as dates from '#src/calendar/sources.ts'
import { answersOf, decisionsOf } from '#src/cycle/answers.ts'
import { boardFacts } from '#src/cycle/board-facts.ts'
import { cycleStatus } from '#src/cycle/cycle-status.ts'
import * as cycles from '#src/cycle/cycles.ts'
import { earlierFigures } from '#src/cycle/earlier-figures.ts'
import { earlierWords } from '#src/cycle/earlier-words.ts'
import { expectations } from '#src/cycle/expectations.ts'
import { openRequests } from '#src/cycle/open-requests.ts'
import { owedLine } from '#src/cycle/owed-line.ts'
import { quartersToOpen } from '#src/cycle/quarters-to-open.ts'
import { remarksOf } from '#src/cycle/remarks-of.ts'
import * as requests from '#src/cycle/requests.ts'
import { requestsDue } from '#src/cycle/requests-due.ts'
import { reviewFacts } from '#src/cycle/review-facts.ts'
import { openCycleOf, owedBy } from '#src/cycle/workbook/owed.ts'
import type { Database, Db } from '#src/db/database.ts'
import { databaseErrorCode } from '#src/db/query-error.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { sefton } from '#src/demo/sefton/load.ts'
import type { Actor } from '#src/domain/access/roles.ts'
import { beforeTheFirst } from '#src/domain/audit/event-link.ts'
import { financialQuarter, financialYear } from '#src/domain/period.ts'
import { adjustmentsSince } from '#src/finance/capital/adjustments.ts'
import { capitalChanges } from '#src/finance/capital/changes.ts'
import * as estimates from '#src/finance/capital/estimates.ts'
import { everyReconciliation } from '#src/finance/capital/every-reconciliation.ts'
import * as exemptions from '#src/finance/capital/exemptions.ts'
import { capitalFunding } from '#src/finance/capital/funding.ts'
import * as grants from '#src/finance/capital/grants.ts'
import * as monitor from '#src/finance/capital/monitor.ts'
import { capitalMonthFacts } from '#src/finance/capital/month-facts.ts'
import { programmeFor } from '#src/finance/capital/pages/programme-for.ts'
import { serviceChoices } from '#src/finance/capital/pages/scheme-choices.ts'
import * as capital from '#src/finance/capital/queries.ts'
import * as schemeFacts from '#src/finance/capital/scheme-facts.ts'
import * as collectionFund from '#src/finance/collection-fund/queries.ts'
import * as controlTotals from '#src/finance/control-totals.ts'
import { costDrivers } from '#src/finance/drivers/cost-drivers.ts'
import * as capitalHeld from '#src/finance/import/capital-queries.ts'
import * as financeFiles from '#src/finance/import/queries.ts'
import { mediumTermBaseline } from '#src/finance/medium-term/baseline.ts'
import * as mediumTerm from '#src/finance/medium-term/plans.ts'
import * as prudential from '#src/finance/prudential/queries.ts'
import { revenueCommentary, spendReviews } from '#src/finance/revenue/commentary.ts'
import { revenueFacts } from '#src/finance/revenue/facts.ts'
import { heldBudgets } from '#src/finance/revenue/held-budgets.ts'
import { revenueMonthFacts } from '#src/finance/revenue/month-facts.ts'
import { revenueHistory, revenueOutturns } from '#src/finance/revenue/outturns.ts'
import { pressuresOf } from '#src/finance/revenue/pressures.ts'
import * as revenue from '#src/finance/revenue/queries.ts'
import * as remedial from '#src/finance/revenue/remedial.ts'
import * as savings from '#src/finance/revenue/savings.ts'
import { typicalSpend } from '#src/finance/revenue/typical-spend.ts'
import { virementsOf } from '#src/finance/revenue/virements.ts'
import { budgetServices } from '#src/finance/services.ts'
import { placeFacts } from '#src/high-needs/place-facts.ts'
import * as places from '#src/high-needs/places.ts'
import * as highNeeds from '#src/high-needs/queries.ts'
import * as recovery from '#src/high-needs/recovery.ts'
import { highNeedsReportFacts, latestHighNeedsMonth } from '#src/high-needs/report-facts.ts'
import { answerGiven } from '#src/measures/api/answers-given.ts'
import { sendableSeries } from '#src/measures/api/sendable.ts'
import { publishedCommentary } from '#src/measures/commentary.ts'
import { dataQualityOf } from '#src/measures/data-quality-judgements.ts'
import * as evaluations from '#src/measures/evaluations.ts'
import { latestImports } from '#src/measures/import/latest-imports.ts'
import { registeredCodes } from '#src/measures/import/register.ts'
import { rememberedSource, sourceNames } from '#src/measures/import/sources.ts'
import { lastAudits } from '#src/measures/last-audited.ts'
import { measureFacts } from '#src/measures/measure-facts.ts'
import { measureVersions } from '#src/measures/measure-versions.ts'
import * as observations from '#src/measures/observations.ts'
import * as quality from '#src/measures/quality.ts'
import * as register from '#src/measures/queries.ts'
import { rebasesOf } from '#src/measures/rebases.ts'
import { restatementsOf } from '#src/measures/restatements.ts'
import { retirementsOf } from '#src/measures/retirements.ts'
import * as revisions from '#src/measures/revisions.ts'
import { threadBreaksOf } from '#src/measures/thread-breaks.ts'
import * as answering from '#src/measures/units.ts'
import * as messages from '#src/messages/queries.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { quarterLocks } from '#src/organisation/locks.ts'
import * as tree from '#src/organisation/organisation-facts.ts'
import { partFor } from '#src/organisation/part-address.ts'
import * as organisation from '#src/organisation/queries.ts'
import * as planning from '#src/planning/queries.ts'
import { capitalReportMonths, makeCapitalReport } from '#src/reports/capital-report.ts'
import { cporFacts } from '#src/reports/cpor.ts'
import { highNeedsReportMonths, makeHighNeedsReport } from '#src/reports/high-needs-report.ts'
import { councilFacts } from '#src/reports/home-facts.ts'
import { linkedRisks } from '#src/reports/picture/linked-risks.ts'
import { councilPicture } from '#src/reports/picture/picture-facts.ts'
import { printedTotals } from '#src/reports/printed-totals.ts'
import { dayTold, quarterRisks } from '#src/reports/quarter-risks.ts'
import { restatementsSince } from '#src/reports/restatements-since.ts'
import { makeRevenueReport, revenueReportMonths } from '#src/reports/revenue-report.ts'
import { makeTreasuryReport, treasuryReportQuarters } from '#src/reports/treasury-report.ts'
import { answeringUnits, heldRoles } from '#src/reports/unit-facts.ts'
import { whatFollows } from '#src/reports/what-follows.ts'
import { riskAppetites } from '#src/risk/appetites.ts'
import { unitsOverRisk } from '#src/risk/held-risk.ts'
import { linkTargets } from '#src/risk/link-targets.ts'
import { riskRows } from '#src/risk/rows.ts'
import * as risks from '#src/risk/standings.ts'
import { riskTrainings } from '#src/risk/trainings.ts'
import { aboutChoices, unitAnswering } from '#src/signals/about.ts'
import * as signals from '#src/signals/queries.ts'
import * as recommendations from '#src/signals/recommendations.ts'
import { unitsOver } from '#src/signals/units-over.ts'
import { stepsOpenTo, waitingFor } from '#src/signals/waiting-for.ts'
import { plainSite } from '#src/web/site.ts'
import { addAuthority, testDatabase } from './support/database.ts'
import { seftonDatabase } from './support/sefton.ts'
import { importsOf, sourceFiles, textOf } from './support/source-files.ts'
import { tenantTables } from './support/tenant-tables.ts'

const other = 2
const actor: Actor = { authorityId: other, role: 'operator', name: 'test' }
const quarter = financialQuarter(2024, 1)
const asked = { area: sefton.areaCode, cutOff: quarter.end }
const cycleSlug = '2024-25-q1'
const parksInAddress = { kind: 'services', code: 'communities' }
const series = 'dfe_csww_turnover_rate_fte'

/** Every query of every feature, asked for what Sefton has. */
const june = { financialYear: '2024-25', month: '2024-06' }
const queries: Record<string, (db: Db) => Promise<unknown>> = {
  answersOf: (db) => answersOf(db, cycleSlug),
  boardFacts: (db) => boardFacts(db, null),
  cycleFor: (db) => cycles.cycleFor(db, null),
  cyclesOf: (db) => cycles.cyclesOf(db),
  cycleRequests: async (db) => requests.cycleRequests(db, await cycles.cycleFor(db, null)),
  decisionsOf: (db) => decisionsOf(db, cycleSlug),
  earlierFigures: (db) => earlierFigures(db, actor, []),
  earlierWords: async (db) =>
    earlierWords(
      db,
      actor,
      { measure: await register.measureFor(db, 'sm-20'), chain: [] },
      await cycles.cyclesOf(db),
    ),
  expectations: (db) => expectations(db, actor, []),
  cycleStatus: (db) => cycleStatus(db, null, quarter.end),
  openRequests: (db) => openRequests(db),
  owedLine: (db) => owedLine(db, { ...actor, grants: [] }, quarter.end),
  linkedRisks: (db) => linkedRisks(db, quarter, null),
  publishedCommentary: (db) => publishedCommentary(db, quarter),
  remarksOf: (db) => remarksOf(db, actor, cycleSlug, []),
  requestsDue: (db) => requestsDue(db, actor, quarter),
  requestsFor: async (db) => requests.requestsFor(db, actor, await cycles.cycleFor(db, null)),
  reviewFacts: (db) => reviewFacts(db, actor, cycleSlug, 'sm-20'),
  targetsByMeasure: (db) => evaluations.targetsByMeasure(db),
  alternativeSeries: (db) => register.alternativeSeries(db, 'sm-20'),
  assuranceCheck: (db) =>
    samples.assuranceCheck(db, { measure: 'sm-20', start: '2024-04-01', end: '2024-07-01' }),
  auditItemFor: (db) => items.auditItemFor(db, '2024-25', 1),
  auditItems: (db) => items.auditItems(db, '2024-25'),
  auditSampleFor: (db) => samples.auditSampleFor(db, '2024-25'),
  auditSamples: (db) => samples.auditSamples(db),
  aboutChoices: (db) => aboutChoices(db),
  forumsOf: (db) => signals.forumsOf(db),
  recommendationFor: (db) => recommendations.recommendationFor(db, 1),
  recommendationsOf: (db) => recommendations.recommendationsOf(db),
  signalFor: (db) => signals.signalFor(db, 1),
  signalsOf: (db) => signals.signalsOf(db),
  stepsOpenTo: async (db) => {
    const signal = (await signals.signalsOf(db)).find(({ unit }) => unit === null)
    return signal ? stepsOpenTo(db, { ...actor, role: 'business-intelligence' }, signal, '2024-07-25') : []
  },
  unitAnswering: (db) => unitAnswering(db, { kind: 'measure', code: 'sm-20' }, '2024-07-25'),
  unitsOver: async (db) => {
    const about = { kind: 'measure', code: 'sm-20' } as const
    return unitsOver(db, await unitAnswering(db, about, '2024-07-25'), '2024-07-25')
  },
  waitingFor: async (db) =>
    waitingFor(db, { ...actor, role: 'business-intelligence' }, await signals.signalsOf(db), '2024-07-25'),
  auditHead: (db) => audit.auditHead(db),
  authorityOf: (db) => authorityOf(db, actor),
  calendarRules: (db) => calendar.calendarRules(db),
  answeringUnits: async (db) => answeringUnits(db, await tree.unitsOn(db, quarter.start)),
  budgetLines: (db) => organisation.budgetLines(db),
  adjustmentsSince: (db) => adjustmentsSince(db, '2024-07'),
  capitalChanges: (db) => capitalChanges(db, '2024-07'),
  exemptThings: async (db) => [...(await exemptions.exemptThings(db, 'scheme'))],
  estimateFor: async (db) => {
    const [first] = await estimates.supplementaryEstimates(db)
    return estimates.estimateFor(db, first?.id ?? 1)
  },
  serviceChoices: (db) => serviceChoices(db, ''),
  supplementaryEstimates: (db) => estimates.supplementaryEstimates(db),
  capitalFunding: (db) => capitalFunding(db, '2024-07', {}),
  capitalGrants: (db) => grants.capitalGrants(db),
  capitalMonitor: (db) => monitor.capitalMonitor(db, '2024-07'),
  everyReconciliation: async (db) => everyReconciliation(db, await programmeFor(db, null)),
  grantFor: (db) => grants.grantFor(db, 'grant-1'),
  exemptionWords: (db) => exemptions.exemptionWords(db, 'capital-1'),
  likelyOutturns: async (db) => schemeFacts.likelyOutturns(db, await programmeFor(db, null), null),
  pastYears: async (db) => [...(await schemeFacts.pastYears(db))],
  schemeOutcomes: (db) => schemeFacts.schemeOutcomes(db, 'capital-1'),
  capitalMonthFacts: (db) => capitalMonthFacts(db, '2024-06'),
  capitalReportMonths: (db) => capitalReportMonths(db),
  makeCapitalReport: (db) => makeCapitalReport(db, actor, '2024-06'),
  monitoredMonths: (db) => monitor.monitoredMonths(db),
  programmeFor: (db) => programmeFor(db, null),
  isWithheld: (db) => exemptions.isWithheld(db),
  capitalProgrammes: (db) => capital.capitalProgrammes(db),
  capitalView: (db) => capital.capitalView(db, '2024-07'),
  highNeedsFacts: (db) => highNeeds.highNeedsFacts(db),
  commitmentsOf: (db) => recovery.commitmentsOf(db),
  highNeedsReportFacts: (db) => highNeedsReportFacts(db, '2024-07'),
  highNeedsReportMonths: (db) => highNeedsReportMonths(db),
  latestHighNeedsMonth: (db) => latestHighNeedsMonth(db),
  makeHighNeedsReport: (db) => makeHighNeedsReport(db, actor, '2024-07'),
  placeFacts: async (db) => ({ ...(await placeFacts(db, await highNeeds.highNeedsFacts(db))), needed: null }),
  projectsOf: (db) => places.projectsOf(db),
  provisionsOf: (db) => places.provisionsOf(db),
  recoveryActionFor: (db) => recovery.recoveryActionFor(db, 'dbv-1'),
  recoveryActions: (db) => recovery.recoveryActions(db),
  savedScenarios: (db) => highNeeds.savedScenarios(db),
  comparatorAreas: (db) => organisation.comparatorAreas(db),
  comparatorGroups: (db) => organisation.comparatorGroups(db),
  controlTotals: (db) => controlTotals.controlTotals(db, 'revenue/2024-25/2024-06'),
  corporatePlanOn: (db) => planning.corporatePlanOn(db, quarter.start),
  dataQualityOf: (db) => dataQualityOf(db, 'sm-20'),
  costDrivers: (db) => costDrivers(db),
  councilFacts: (db) => councilFacts(db, actor, quarter),
  councilPicture: (db) => councilPicture(db, actor, quarter),
  cporFacts: (db) => cporFacts(db, actor, quarter),
  makeTreasuryReport: (db) => makeTreasuryReport(db, actor, '2024-25-q1'),
  treasuryReportQuarters: (db) => treasuryReportQuarters(db),
  makeRevenueReport: (db) => makeRevenueReport(db, actor, '2024-06'),
  revenueReportMonths: (db) => revenueReportMonths(db),
  datedItems: (db) => dates.datedItems(db, actor, { start: '2024-04-01', end: '2025-04-01' }, []),
  eventCount: (db) => audit.eventCount(db, everyEvent),
  eventKinds: async (db) => (await audit.eventKinds(db)).actions,
  eventsBeside: (db) => audit.eventsBeside(db, everyEvent, { after: null }, 100),
  eventsFollowing: (db) => audit.eventsFollowing(db, beforeTheFirst),
  eventsNumbered: (db) => audit.eventsNumbered(db, 1),
  everyMeasure: (db) => register.everyMeasure(db),
  figureRevisions: (db) => revisions.figureRevisions(db, series, sefton.areaCode),
  evaluatedMeasures: (db) => evaluations.evaluatedMeasures(db, asked),
  evaluateThese: (db) => evaluations.evaluateThese(db, [], asked),
  lastAudits: (db) => lastAudits(db, null),
  latestImports: (db) => latestImports(db, 10),
  costCentres: (db) => financeFiles.costCentres(db),
  financeImports: (db) => financeFiles.financeImports(db, 10),
  financeServices: (db) => financeFiles.financeServices(db),
  heldLines: (db) => financeFiles.heldLines(db, '2024-25'),
  heldSchemes: (db) => capitalHeld.heldSchemes(db),
  heldSchemeBudgets: (db) => capitalHeld.heldSchemeBudgets(db),
  frameworkRoles: (db) => organisation.frameworkRoles(db),
  heldRoles: (db) => heldRoles(db),
  latestEvents: (db) => audit.latestEvents(db, everyEvent, 0, 100),
  measureFacts: async (db) => measureFacts(db, await authorityOf(db, actor), quarter, 'sm-20'),
  measureFor: (db) => register.measureFor(db, 'sm-20'),
  measureUnits: (db) => answering.measureUnits(db),
  measureUnitsOn: (db) => answering.measureUnitsOn(db, quarter.start),
  nextDates: (db) => dates.nextDates(db, { ...actor, role: 'leader' }, { sources: [], today: '2024-04-01' }),
  measureVersions: (db) => measureVersions(db, 'sm-20'),
  choiceOf: (db) => messages.choiceOf(db, 1),
  choicesOf: async (db) => (await messages.choicesOf(db))(1),
  messageFor: (db) => messages.messageFor(db, 1),
  messagesSince: (db) => messages.messagesSince(db, new Date(0)),
  toldTopics: async (db) => [...(await messages.toldTopics(db, new Date(0)))],
  observationsAt: (db) =>
    observations.observationsAt(db, [{ series, start: '2017-09-30', end: '2017-10-01' }]),
  observationsOf: (db) => observations.observationsOf(db, [series], [sefton.areaCode]),
  organisationFacts: (db) => tree.organisationFacts(db),
  partFor: async (db) =>
    (await partFor(db, { params: parksInAddress, query: new URLSearchParams(), site: plainSite })).standing,
  planItems: (db) => planning.planItems(db),
  plans: (db) => planning.plans(db),
  frameworkNotice: (db) => frameworks.frameworkNotice(db, { ...actor, accountId: 1 }),
  frameworkSeenBy: (db) => frameworks.frameworkSeenBy(db, 1),
  frameworkVersions: (db) => frameworks.frameworkVersions(db),
  planApprovals: (db) => planRecords.planApprovals(db),
  planStages: (db) => planRecords.planStages(db),
  portfolioYears: (db) => organisation.portfolioYears(db),
  prioritiesOn: (db) => planning.prioritiesOn(db, quarter.start),
  quartersToOpen: (db) => quartersToOpen(db, quarter.end),
  qualityOf: (db) => quality.qualityOf(db, { code: 'sm-20' }, asked),
  qualityOfRegister: (db) => quality.qualityOfRegister(db, asked),
  quarterLocks: (db) => quarterLocks(db),
  rebasesOf: (db) => rebasesOf(db, [series], sefton.areaCode, null),
  rebasesRecorded: (db) => revisions.rebasesRecorded(db, series, sefton.areaCode),
  recordedCandidates: (db) => samples.recordedCandidates(db, '2024-25'),
  registeredCodes: async (db) => (await registeredCodes(db)).series(series),
  registeredMeasures: (db) => register.registeredMeasures(db),
  openCycleOf: (db) => openCycleOf(db),
  answerGiven: (db) => answerGiven(db, 1, 'hash'),
  sendableSeries: (db) => sendableSeries(db, actor, quarter.start),
  owedBy: (db) => owedBy(db, actor),
  sourceNames: (db) => sourceNames(db),
  rememberedSource: (db) => rememberedSource(db, 'a source'),
  reportingQuarter: (db) => organisation.reportingQuarter(db, null),
  reportingQuarters: (db) => organisation.reportingQuarters(db),
  everyRisk: (db) => risks.everyRisk(db, null, quarter.end),
  linkTargets: (db) => linkTargets(db),
  riskAppetites: (db) => riskAppetites(db),
  riskFor: (db) => risks.riskFor(db, 'r-01', null, quarter.end),
  riskRows: async (db) => (await riskRows(db, null)).risks,
  riskStandings: (db) => risks.riskStandings(db, null, quarter.end),
  riskTrainings: (db) => riskTrainings(db),
  unitsOverRisk: (db) => unitsOverRisk(db, { kind: 'service', code: 'communities' }, quarter.start),
  dayTold: (db) => dayTold(db, quarter, null),
  quarterRisks: async (db) => (await quarterRisks(db, quarter)).risks,
  restatementsSince: (db) => restatementsSince(db, quarter),
  restatementsOf: (db) => restatementsOf(db),
  retirementsOf: (db) => retirementsOf(db),
  rePerformed: async (db) => rePerformed(db, await items.auditItems(db, '2024-25'), '9999-12-30'),
  debtHistory: (db) => prudential.debtHistory(db, '2024-06-30'),
  fundReport: (db) => collectionFund.fundReport(db, '2024-25', '2024-07-25'),
  fundReports: (db) => collectionFund.fundReports(db),
  heldStreams: (db) => collectionFund.heldStreams(db, '2024-25', '2024-07-25'),
  heldQuarter: (db) => prudential.heldQuarter(db, '2024-06-30'),
  mediumTermBaseline: (db) => mediumTermBaseline(db),
  mediumTermPlan: (db) => mediumTerm.mediumTermPlan(db, 1),
  mediumTermPlans: (db) => mediumTerm.mediumTermPlans(db),
  prudentialQuarters: (db) => prudential.prudentialQuarters(db),
  prudentialReport: (db) => prudential.prudentialReport(db, '2024-06-30'),
  printedTotals: (db) => printedTotals(db),
  revenueMonitor: (db) => revenue.revenueMonitor(db, june),
  budgetServices: (db) => budgetServices(db),
  heldBudgets: (db) => heldBudgets(db, { financialYear: '2024-25', month: '2024-07' }),
  pressuresOf: (db) => pressuresOf(db, june),
  remedialActions: (db) => remedial.remedialActions(db, '2024-25'),
  remedialActionFor: (db) => remedial.remedialActionFor(db, '2024-25', 1),
  reserveLimits: (db) => remedial.reserveLimits(db, '2024-25'),
  revenueLines: (db) => revenue.revenueLines(db, june),
  revenueMonthFacts: (db) => revenueMonthFacts(db, june),
  revenueCommentary: (db) => revenueCommentary(db, june),
  spendReviews: (db) => spendReviews(db, june),
  revenueHistory: (db) => revenueHistory(db),
  revenueOutturns: (db) => revenueOutturns(db),
  revenueFacts: (db) => revenueFacts(db, june),
  savingYears: (db) => savings.savingYears(db),
  savingProgrammes: (db) => savings.savingProgrammes(db, '2024-25'),
  savingProgrammeFor: (db) => savings.savingProgrammeFor(db, '2024-25', 'adult-social-care'),
  typicalSpend: (db) => typicalSpend(db),
  virementsOf: (db) => virementsOf(db, '2024-25'),
  revenueMonths: (db) => revenue.revenueMonths(db),
  sampleCandidates: async (db) =>
    (await sampleCandidates(db, { ...asked, year: financialYear(2024) })).candidates,
  servicePriorities: (db) => planning.servicePriorities(db),
  targetRevisions: (db) => revisions.targetRevisions(db, 'sm-20'),
  threadBreaksOf: (db) => threadBreaksOf(db),
  unitChain: (db) => tree.unitChain(db, { kind: 'service', code: 'communities' }, quarter.start),
  unitsOn: (db) => tree.unitsOn(db, quarter.start),
  unitsOfMeasure: (db) => unitsOfMeasure(db, 'sm-20', '2024-07-25'),
  whatFollows: async (db) => {
    const facts = await tree.organisationFacts(db)
    return whatFollows(
      db,
      { kind: 'service', code: 'communities' },
      { day: quarter.start, facts, changed: facts },
    )
  },
  verifyTrail: (db) => verifyTrail(db),
}

/** What all councils share by design: the directory of councils and the list of areas. */
const shared = ['authorities', 'areaNamed', 'wardCount']

/** The parts of commands, which run inside their transaction. */
const partsOfCommands = [
  'addExemption',
  'addChange',
  'nextChangeNumber',
  'addPlacement',
  'addPlannedChange',
  'addRestatements',
  'addRevisions',
  'beforeAndAfter',
  'claimNext',
  'cutShort',
  'enqueue',
  'heldCycle',
  'heldRisk',
  'heldWhateverItsStatus',
  'nextPartRow',
  'nextRow',
  'importFile',
  'importFinance',
  'storeFinance',
  'storeTried',
  'tryFinance',
  'tryImport',
  'tryCapital',
  'tryRevenue',
  'tryWorkbook',
  'rememberAnswer',
  'keepVersions',
  'makeChange',
  'oneAtATime',
  'ownSeries',
  'ragOf',
  'recordResult',
  'keepControlTotals',
  'refuseUnknownServices',
  'rememberSource',
  'restatedFigures',
  'storeAnswer',
  'storeFigures',
  'storeLockedFigures',
]

const withSefton = await seftonDatabase({ after })
const alone = await testDatabase({ after })
await addAuthority(withSefton, other)
await addAuthority(alone, other)

/** The answer, or why there is none. */
const answerOf = ({ db }: Database, query: (db: Db) => Promise<unknown>): Promise<unknown> =>
  inAuthority(db, other, query).catch((error: unknown) => String(error))

test('every query that takes a database is tried here', () => {
  const taking = /^export (?:async )?(?:function|const) (\w+)(?: = (?:async )?)?\(\s*db: Db\b/gm
  const found = sourceFiles(
    'src/{organisation,assurance,audit,messages,planning,calendar,measures,finance,high-needs,risk,cycle,signals,reports}/**/*.ts',
  )
    .filter((file) => !importsOf(file).some(({ of }) => of === 'src/access/command.ts'))
    .flatMap((file) => [...textOf(file).matchAll(taking)].map(([, name = '']) => name))
  const untried = found.filter(
    (name) =>
      !(name in queries) &&
      !shared.includes(name) &&
      !partsOfCommands.includes(name) &&
      name !== 'setUpAuthority',
  )
  assert.deepEqual(untried, [])
  assert.ok(found.length >= Object.keys(queries).length)
})

test('another council gets from every query what it would get if Sefton were not there', async () => {
  for (const [name, query] of Object.entries(queries)) {
    assert.deepEqual(await answerOf(withSefton, query), await answerOf(alone, query), name)
  }
})

test('Sefton itself gets something from them, so that the test before this one says something', async () => {
  const nothing: string[] = []
  for (const [name, query] of Object.entries(queries)) {
    const answer = await inAuthority(withSefton.db, sefton.id, query).catch(() => [])
    const size = answer instanceof Map ? answer.size : Array.isArray(answer) ? answer.length : 1
    if (answer === null || size === 0) nothing.push(name)
  }
  // Some are asked here of no measures at all, no paper of Sefton sets a target, nobody has sent it a file, and nothing of
  // it was published or changed, nor its figure of sm-20 assured; it has sent no message, and nobody has an account.
  const none = [
    'answerGiven',
    'costCentres',
    'earlierFigures',
    'financeImports',
    'evaluateThese',
    'expectations',
    'owedLine',
    'rememberedSource',
    'remarksOf',
    'revenueCommentary',
    'revenueOutturns',
    'savedScenarios',
    'sourceNames',
    'spendReviews',
    'targetsByMeasure',
  ]
  const unchanged = [
    'dataQualityOf',
    'assuranceCheck',
    'publishedCommentary',
    'quarterLocks',
    'rebasesOf',
    'rebasesRecorded',
    'restatementsOf',
    'retirementsOf',
    'targetRevisions',
  ]
  // Nor do its papers say which stages of a plan were done, and when a plan was approved.
  const capital = ['adjustmentsSince', 'exemptThings', 'exemptionWords', 'pastYears', 'schemeOutcomes']
  const planning = ['frameworkNotice', 'frameworkSeenBy', 'planApprovals', 'planStages']
  assert.deepEqual(
    nothing.toSorted(),
    [
      ...none,
      ...unchanged,
      ...planning,
      ...capital,
      'heldRoles',
      'messageFor',
      'messagesSince',
      'toldTopics',
    ].toSorted(),
  )
})

test('another council sees no row of any table, however the rows are asked for', async () => {
  const tables = await tenantTables(withSefton.db)
  assert.ok(tables.length > 20)
  for (const table of tables) {
    const count = (authority: number, where = sql`true`) =>
      inAuthority(withSefton.db, authority, async (db) => {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from ${sql.table(table)} where ${where}`.execute(db)
        return rows[0]?.n
      })
    assert.equal(await count(other), 0, table)
    assert.equal(await count(other, sql`authority_id = ${sefton.id}`), 0, table)
  }
})

test('another council can neither change nor remove a row of Sefton, nor add one to it', async () => {
  const attempt = (statement: string) =>
    inAuthority(withSefton.db, other, (db) => sql.raw(statement).execute(db))
  const changed = await attempt(`update measure set title = 'taken' where authority_id = ${sefton.id}`)
  assert.equal(changed.numAffectedRows, 0n)
  await assert.rejects(
    attempt(
      `insert into reporting_quarter (authority_id, quarter, opened_by) values (${sefton.id}, '2030-31-q1', 'x')`,
    ),
    (error) => databaseErrorCode(error) === '42501',
  )
  await assert.rejects(
    attempt(`delete from measure where authority_id = ${sefton.id}`),
    (error) => databaseErrorCode(error) === '42501',
  )
})
