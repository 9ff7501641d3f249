import type { Db } from '../../../db/database.ts'
import { yearText } from '../../../domain/financial-year.ts'
import type { CapitalView } from '../queries.ts'

/** The schemes of a programme to choose from, under their services. */
export const schemeChoices = ({ capital }: CapitalView, chosen: string) =>
  capital.services.map((service) => ({
    label: service.name,
    items: service.schemes.map(({ code, title }) => ({
      value: code,
      text: title,
      selected: code === chosen,
    })),
  }))

export const yearChoices = ({ asOfMeeting }: CapitalView, chosen: string) => [
  { value: '', text: 'Choose a year' },
  ...asOfMeeting.years.map((each) => ({ value: each, text: yearText(each), selected: each === chosen })),
]

/** The services that a scheme may belong to. */
export async function serviceChoices(db: Db, chosen: string) {
  const services = await db
    .selectFrom('service')
    .select(['code', 'name'])
    .where('kind', '=', 'service')
    .orderBy('name')
    .execute()
  return [
    { value: '', text: 'Choose a service' },
    ...services.map(({ code, name }) => ({ value: code, text: name, selected: code === chosen })),
  ]
}
