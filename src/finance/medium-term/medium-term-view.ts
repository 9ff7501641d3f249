import {
  byScenario,
  driverNames,
  drivers,
  gapByYear,
  scenarioNames,
  scenarios,
} from '../../domain/finance/medium-term.ts'
import { yearText } from '../../domain/financial-year.ts'
import { poundsMillionText, varianceText } from '../../domain/money.ts'
import type { Problem } from '../../web/form.ts'
import { financeNav } from '../finance-nav.ts'
import { type Assumptions, assumptionFields, isAnythingAssumed, rateField } from './assumptions.ts'
import { type Baseline, basesOf } from './baseline.ts'
import { gapChart } from './gap-chart.ts'
import type { KeptPlan } from './plans.ts'
import { assumptionsTable, gapTable, partsTable } from './tables.ts'
import { appliesTo, gapSentence, nothingSentence, orderDoubt } from './words.ts'

const problemsWord = 'Something in the assumptions cannot be read. Correct what is marked below.'

/** Everything the page says of assumptions on the years after the budget that is held. */
export function mediumTermView(
  baseline: Baseline,
  {
    assumptions,
    problems,
    typed,
    chosen,
    plans,
  }: {
    readonly assumptions: Assumptions
    readonly problems: readonly Problem[]
    readonly typed: URLSearchParams
    readonly chosen: KeptPlan | null
    readonly plans: readonly KeptPlan[]
  },
) {
  const assumed = problems.length === 0 && isAnythingAssumed(assumptions)
  const bases = basesOf(baseline, assumptions.pay)
  const gaps = byScenario((scenario) => gapByYear(bases, assumptions, assumptions.rates[scenario]))
  const assumptionTable = assumptionsTable(baseline, assumptions, originOf(chosen, assumed))
  const results = assumed
    ? {
        chart: gapChart(baseline, gaps),
        gap: gapTable(baseline, gaps),
        parts: partsTable(baseline, gaps),
      }
    : null
  return {
    nav: financeNav('/finance/medium-term'),
    title: `Medium term from ${yearText(baseline.year)}`,
    lead:
      problems.length > 0 ? problemsWord : assumed ? gapSentence(baseline, gaps) : nothingSentence(baseline),
    chosen:
      chosen === null
        ? null
        : {
            text: `Assumptions kept as ‘${chosen.name}’ by ${chosen.by}. ${chosen.basis}`,
            illustrative: chosen.illustrative,
            other:
              chosen.baseYear === baseline.year
                ? null
                : `They were kept on the budget of ${yearText(chosen.baseYear)} and are shown on that of ${yearText(baseline.year)}.`,
          },
    doubt: assumed ? orderDoubt(gaps) : null,
    results,
    tables: [...(results === null ? [] : [results.gap, results.parts]), assumptionTable],
    assumptions: assumptionTable,
    calculator: calculatorView(baseline, typed, problems),
    kept: plans.map((plan) => ({
      text: plan.name,
      detail: `${plan.by}. ${plan.basis}`,
      href: `/finance/medium-term?plan=${plan.id}`,
      illustrative: plan.illustrative,
    })),
    carried: [...typed].map(([name, value]) => ({ name, value })),
  }
}

const originOf = (chosen: KeptPlan | null, assumed: boolean): string =>
  chosen === null
    ? assumed
      ? 'Yours, on this page only'
      : 'Nothing assumed yet'
    : chosen.illustrative
      ? 'Illustrative'
      : chosen.basis

/** The form that asks for the assumptions, with what was typed and what is wrong with it. */
function calculatorView(baseline: Baseline, typed: URLSearchParams, problems: readonly Problem[]) {
  const errorOf = (field: string) => {
    const problem = problems.find((each) => each.field === field)
    return problem === undefined ? null : { text: problem.text }
  }
  const field = (name: string, label: string, hint: string | null = null) => ({
    name,
    label,
    hint,
    value: typed.get(name) ?? '0',
    error: errorOf(name),
  })
  const year = yearText(baseline.year)
  return {
    summary: problems
      .filter((problem) => assumptionFields.includes(problem.field))
      .map(({ field, text }) => ({ text, href: `#${field}` })),
    years: {
      ...field('years', 'Years after the first'),
      items: [1, 2, 3, 4, 5].map((count) => ({
        value: String(count),
        text: String(count),
        selected: (typed.get('years') ?? '3') === String(count),
      })),
    },
    common: [
      field('pay', 'Pay bill in the budget, £m', 'The papers do not print it'),
      field(
        'continuing',
        `Overspend of ${year} that goes on, £m`,
        `Forecast now: ${varianceText(baseline.variance)}`,
      ),
      field(
        'away',
        `What paid for ${year} and falls away, £m`,
        baseline.declared === null
          ? null
          : `Collection fund surplus, which comes once: ${poundsMillionText(baseline.declared)}`,
      ),
    ],
    drivers: driverNames.map((driver) => ({
      legend: `${drivers[driver].title}, % a year`,
      hint: `${appliesTo(driver, baseline)}${driver === 'pay' ? '' : `: ${poundsMillionText(basesOf(baseline, 0n)[driver])}`}`,
      fields: scenarioNames.map((scenario) => field(rateField(scenario, driver), scenarios[scenario])),
    })),
  }
}
