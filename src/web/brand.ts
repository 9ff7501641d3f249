import type { Action } from '../domain/access/can.ts'
import type { Link } from './layout.ts'

/** The council's own look: its name, its colour and whom it thanks for the data. */
export type Brand = {
  readonly councilName: string
  readonly productName: string
  /** Accent as `#rrggbb`; dark enough that white text on it can be read. */
  readonly colour: string
  readonly licence: Link
  /** 'Contains public sector information …', one sentence each, printed in the footer. */
  readonly attributions: readonly string[]
  /** One with an action is for those who may do that. */
  readonly footerLinks: readonly (Link & { readonly action?: Action })[]
}

/** The whole of a council's look as a stylesheet, so that no page needs a style of its own. */
export function brandCss({ colour }: Brand): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`The brand colour must be #rrggbb; it is '${colour}'.`)
  if (contrastWithWhite(colour) < 4.5) {
    throw new Error(
      `White text cannot be read on the brand colour ${colour}: choose a darker one (4.5 to 1).`,
    )
  }
  return `:root{--gt-accent:${colour};--govuk-brand-colour:${colour};--govuk-link-colour:${colour};--govuk-link-visited-colour:${colour}}\n`
}

/** Contrast ratio with white by WCAG 2.2, from relative luminance. */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
