import { type Reconciliation, reconcile } from '../finance/reconcile.ts'
import { dayText } from '../period-text.ts'
import { figuresOf, type HighNeedsFact } from './fact.ts'
import { councilForecasts } from './outlook.ts'

/** How finely the papers print: what was spent to £0.1m, what is forecast to £0.001m. */
const tenthOfMillion = 10_000_000n
const thousand = 100_000n

/** Each result that the papers print, computed again from what they print it of. */
export function reconciledFacts(facts: readonly HighNeedsFact[]): Reconciliation[] {
  const spent = figuresOf(facts, 'in-year-overspend', { basis: 'actual' }).flatMap((overspend) => {
    const of = (quantity: 'net-expenditure' | 'government-funding') =>
      figuresOf(facts, quantity, { basis: 'actual' }).find(({ period }) => period === overspend.period)
        ?.amount
    const [expenditure, funding] = [of('net-expenditure'), of('government-funding')]
    if (!expenditure || !funding || overspend.amount === null) return []
    const control = {
      title: `${overspend.period}, net expenditure less government funding`,
      printed: overspend.amount,
      precision: tenthOfMillion,
      source: overspend.source,
    }
    return [reconcile(control, expenditure - funding)]
  })
  const foreseen = councilForecasts(facts).flatMap(({ day, initial, mitigations, estimated, source }) => {
    if (initial === null || mitigations === null || estimated === null) return []
    const title = `${dayText(day)}, initial deficit and mitigations`
    return [reconcile({ title, printed: estimated, precision: thousand, source }, initial + mitigations)]
  })
  return [...spent, ...foreseen]
}
