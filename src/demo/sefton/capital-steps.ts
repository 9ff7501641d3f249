import type { Db } from '../../db/database.ts'
import type { Kept } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { recordPrintedEstimates } from '../../finance/capital/record-estimates.ts'
import { recordCapitalFunding } from '../../finance/capital/record-funding.ts'
import { recordCapitalMonitoring } from '../../finance/capital/record-monitoring.ts'
import { recordPrintedChanges } from '../../finance/capital/record-printed-changes.ts'
import { recordCapitalProgramme } from '../../finance/capital/record-programme.ts'
import { capitalProgrammeJuly2024 } from './capital.ts'
import { capitalChangesJuly2024 } from './capital-changes.ts'
import { capitalEstimatesJuly2024 } from './capital-estimates.ts'
import { capitalFundingJuly2024, capitalMonth3 } from './capital-month3.ts'

/** What the July 2024 papers say of capital, in the order in which one thing rests on another. */
export async function loadCapital(
  db: Db,
  loader: Actor,
  step: (says: string, work: () => Promise<Kept>) => Promise<void>,
): Promise<void> {
  await step('capital programme', () => recordCapitalProgramme(db, loader, capitalProgrammeJuly2024()))
  await step('capital changes', () => recordPrintedChanges(db, loader, capitalChangesJuly2024()))
  await step('supplementary estimates', () => recordPrintedEstimates(db, loader, capitalEstimatesJuly2024()))
  await step('capital funding', () => recordCapitalFunding(db, loader, capitalFundingJuly2024()))
  await step('capital at month 3', () => recordCapitalMonitoring(db, loader, capitalMonth3()))
}
