/**
 * An address that may be a link, or null. Text from people can hold `javascript:` and its kin, so only the kinds of
 * address a report needs are let through.
 */
export const safeHref = (href: string): string | null =>
  /^(https?:\/\/|mailto:|#|\/(?!\/))/i.test(href) ? href : null

/** A document that has left the system cannot follow an address of the system's own pages. */
export const outsideHref = (href: string): string | null =>
  /^(https?:\/\/|mailto:)/i.test(href) ? href : null
