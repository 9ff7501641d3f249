import type { Actor } from '../domain/access/roles.ts'

/**
 * Who recorded a row. What is recorded of something illustrative is as illustrative, so that it can be taken away with it.
 */
export const byWhom = (actor: Actor, of: { readonly illustrative: boolean } = { illustrative: false }) => ({
  authority_id: actor.authorityId,
  by_name: actor.name,
  by_role: actor.role,
  by_account_id: actor.accountId ?? null,
  illustrative: actor.illustrative === true || of.illustrative,
})
