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
