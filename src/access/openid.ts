import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { type Identity, type Provider, ProviderRefused } from './provider.ts'

export type OpenidSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
  /** The provider gives e-mail addresses only its own administrators set, and does not say that they are verified. */
  readonly trustEmail: boolean
  /** The claim that lists somebody's groups; null when roles are only given here. */
  readonly groupsClaim: string | null
}

/** A provider by OpenID Connect. It is first asked what it can do when somebody first signs in, and again after a failure. */
export function openidProvider(settings: OpenidSettings): Provider {
  let known: Promise<Configuration> | null = null
  const configuration = (): Promise<Configuration> => {
    known ??= discover(settings).catch((error: unknown) => {
      known = null
      throw refusedBecause('The sign-in provider cannot be reached at the moment.', error)
    })
    return known
  }
  return {
    name: settings.name,
    begin: async (redirectUri) => {
      const config = await configuration()
      const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
      const address = buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { address: address.href, state, nonce, codeVerifier }
    },
    finish: async (answer, { state, nonce, codeVerifier }) => {
      const config = await configuration()
      try {
        const tokens = await authorizationCodeGrant(config, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) throw new Error('no claims')
        // Some providers put only who it is into the token, and the rest where it has to be asked for.
        const asks = claims.email === undefined && config.serverMetadata().userinfo_endpoint !== undefined
        const more = asks ? await fetchUserInfo(config, tokens.access_token, claims.sub) : {}
        return identityIn({ ...more, ...claims }, settings)
      } catch (error) {
        throw refusedBecause(
          'The sign-in provider did not let you in, or its answer could not be trusted.',
          error,
        )
      }
    },
  }
}

function discover({ issuer, clientId, clientSecret }: OpenidSettings): Promise<Configuration> {
  const server = new URL(issuer)
  // Without TLS nothing a provider says can be trusted, unless it is on this very machine, where it is being tried.
  const local = server.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname)
  return discovery(server, clientId, clientSecret, undefined, {
    timeout: 10,
    execute: local ? [allowInsecureRequests] : [],
  })
}

function identityIn(
  claims: Readonly<Record<string, unknown>>,
  { trustEmail, groupsClaim, issuer }: OpenidSettings,
): Identity {
  const { sub, email, email_verified } = claims
  const verified = email_verified === true || (trustEmail && email_verified === undefined)
  const groups = groupsClaim === null ? [] : claims[groupsClaim]
  return {
    issuer: String(claims.iss ?? issuer),
    subject: String(sub),
    email: typeof email === 'string' && verified ? email : null,
    groups: (Array.isArray(groups) ? groups : [groups]).filter((group) => typeof group === 'string'),
  }
}

const refusedBecause = (says: string, cause: unknown): ProviderRefused => new ProviderRefused(says, { cause })
