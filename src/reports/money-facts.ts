import { savingStanding, savingsTotal } from '../domain/finance/saving.ts'
import { yearText } from '../domain/financial-year.ts'
import { baseModel } from '../domain/high-needs/base-model.ts'
import type { HighNeedsFact } from '../domain/high-needs/fact.ts'
import { councilForecasts, knownDeficit } from '../domain/high-needs/outlook.ts'
import { poundsMillionText, varianceText, wholePoundsText } from '../domain/money.ts'
import { dayText } from '../domain/period-text.ts'
import type { CouncilFacts } from './home-facts.ts'
import type { CouncilPicture } from './picture/picture-facts.ts'

type MoneyFact = {
  readonly term: string
  readonly text: string
  readonly detail: string | null
  readonly href: string | null
}

/** The council's money in a few figures, each with the page behind it. */
export const moneyFacts = (picture: CouncilPicture, highNeeds: readonly HighNeedsFact[]): MoneyFact[] => [
  ...budgetFacts(picture.council),
  ...savingsFact(picture),
  ...highNeedsFact(highNeeds),
]

function budgetFacts({ revenue, capital }: CouncilFacts): MoneyFact[] {
  const facts: MoneyFact[] = []
  if (revenue) {
    const { total, serviceTotal } = revenue.position
    facts.push({
      term: 'Revenue',
      text: `Forecast ${varianceText(total.variance)}`,
      detail: `${poundsMillionText(total.forecast)} against a budget of ${poundsMillionText(total.budget)}; services alone ${varianceText(serviceTotal.variance)}`,
      href: `/finance/revenue/${revenue.financialYear}/${revenue.month}`,
    })
  }
  if (capital) {
    const [year = ''] = capital.capital.years
    const differing = capital.totals.filter(({ agrees }) => !agrees)
    facts.push({
      term: 'Capital',
      text: `£${wholePoundsText(capital.capital.total[year] ?? 0n)} planned for ${yearText(year)}`,
      detail:
        differing[0]?.says ??
        `${capital.capital.services.flatMap(({ schemes }) => schemes).length} schemes over ${capital.capital.years.length} years`,
      href: `/finance/capital/${year}`,
    })
  }
  return facts
}

function savingsFact({ savings, council: { revenue } }: CouncilPicture): MoneyFact[] {
  if (savings.length === 0 || !revenue) return []
  const { planned, delivered, stillToDeliver } = savingsTotal(
    savings.map((saving) => savingStanding({ ...saving, atRisk: null })),
  )
  return [
    {
      term: 'Savings',
      text: `${poundsMillionText(delivered)} of ${poundsMillionText(planned)} delivered`,
      detail: `${poundsMillionText(stillToDeliver)} still to deliver in ${yearText(revenue.financialYear)}`,
      href: '/finance/savings',
    },
  ]
}

/** The deficit as it was last known, and what the council itself forecast of it. The model's range is on its own page. */
function highNeedsFact(facts: readonly HighNeedsFact[]): MoneyFact[] {
  const known = baseModel(facts)
  if (!known.ok) return []
  const { day, amount } = knownDeficit(facts, known.base)
  const forecast = councilForecasts(facts).find((each) => each.estimated !== null && each.day > day)
  return [
    {
      term: 'High needs',
      text: `Deficit of ${poundsMillionText(amount)} on ${dayText(day)}`,
      detail: forecast
        ? `The council’s own forecast: ${poundsMillionText(forecast.estimated ?? 0n)} by ${dayText(forecast.day)}`
        : null,
      href: '/high-needs',
    },
  ]
}
