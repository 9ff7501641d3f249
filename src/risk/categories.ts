/** The categories in use, in alphabetical order. */
export const categoriesOf = (risks: readonly { readonly category: string | null }[]): string[] =>
  [...new Set(risks.flatMap(({ category }) => category ?? []))].toSorted()
