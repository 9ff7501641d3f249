import { openidProvider } from '../access/openid.ts'
import type { Config } from '../config.ts'
import { StartError } from '../db/start-error.ts'
import { mappedRoles } from '../domain/access/role-mapping.ts'
import type { Site } from '../web/site.ts'

/** What the settings say of the installation, as the pages need it. */
export function siteOf(config: Config, demo: boolean, mailBy: string | null): Site {
  const { publicUrl, oidcIssuer: issuer, oidcClientId: clientId, oidcRoles: mapping } = config
  const mail = mailBy === null ? {} : { mailBy }
  const common = { demo, publicUrl, now: () => new Date(), ...mail }
  if (issuer === null) return { ...common, provider: null, rolesOf: null }
  if (publicUrl === null || clientId === '')
    throw new StartError(
      'A sign-in provider is set (GOLDENTHREAD_OIDC_ISSUER). Set GOLDENTHREAD_URL, to which it sends people back, and GOLDENTHREAD_OIDC_CLIENT_ID too.',
    )
  const provider = openidProvider({
    issuer,
    clientId,
    clientSecret: config.oidcClientSecret,
    name: config.oidcName,
    trustEmail: config.oidcTrustEmail,
    groupsClaim: mapping?.claim ?? null,
  })
  return { ...common, provider, rolesOf: mapping === null ? null : (groups) => mappedRoles(mapping, groups) }
}
