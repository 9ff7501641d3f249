import { signInByProvider } from '../../access/provider-sign-in.ts'
import { rememberVisit, takeVisit } from '../../access/provider-visits.ts'
import { NotFound } from '../../access/refusals.ts'
import { secretOf } from '../../web/cookie.ts'
import { step } from '../../web/form.ts'
import { ownAddress } from '../../web/own-address.ts'
import { type Site, todayOf } from '../../web/site.ts'

const callback = '/sign-in/provider/callback'

/** To the sign-in provider. A link and not a form: the security policy lets no form lead to another site. */
export const toProvider = step({
  path: '/sign-in/provider',
  action: 'session.own',
  take: async (db, { actor, visit, site, query }) => {
    const { provider, publicUrl } = configured(site)
    const { address, ...onTheWay } = await provider.begin(publicUrl + callback)
    const returnTo = ownAddress(query.get('back'), '/')
    const kept = { ...onTheWay, visitorKey: visit.key(), returnTo, now: site.now() }
    await rememberVisit(db, actor.authorityId, kept)
    return { to: address }
  },
})

/** Back from the sign-in provider. */
export const fromProvider = step({
  path: callback,
  action: 'session.own',
  take: async (db, { actor, visit, site, query, device }) => {
    const { provider, publicUrl } = configured(site)
    const now = site.now()
    const state = query.get('state') ?? ''
    const kept = await takeVisit(db, actor.authorityId, { state, visitorKey: visit.key(), now })
    const identity = await provider.finish(new URL(`${publicUrl}${callback}?${query}`), kept)
    const { rolesOf } = site
    const key = await signInByProvider(db, actor, {
      identity,
      roles: rolesOf === null ? null : rolesOf(identity.groups),
      providerName: provider.name,
      device,
      instead: secretOf(visit.key()),
      now,
      today: todayOf(site),
    })
    return { to: kept.returnTo, key }
  },
})

function configured({ provider, publicUrl }: Site) {
  if (provider === null || publicUrl === null)
    throw new NotFound('No sign-in provider is set up here. Sign in with a password.')
  return { provider, publicUrl }
}
