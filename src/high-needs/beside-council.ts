import type { CouncilForecast, Outlook } from '../domain/high-needs/outlook.ts'
import { roughly } from './words.ts'

/** The sentence by which the council's forecast is set beside the model's. */
export function besideCouncil(outlook: Outlook, forecast: CouncilForecast): string | null {
  const year = outlook.years.find(({ day }) => day === forecast.day)
  if (!year || forecast.estimated === null) return null
  const { lower80, upper80, lower95, upper95 } = year.spread.cumulative.mitigated
  const at = roughly(forecast.estimated)
  const lower = forecast.estimated < lower80
  if (forecast.estimated < lower95 || forecast.estimated > upper95)
    return `${at} lies ${lower ? 'below' : 'above'} the model’s wider range.`
  if (lower || forecast.estimated > upper80)
    return `${at} lies in the ${lower ? 'lowest' : 'highest'} tenth of what the model expects.`
  return `${at} lies in the range in which 8 runs of the model in 10 come out.`
}
