import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { Ending } from './database.ts'

export type Person = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly groups?: readonly string[]
}

export type RealProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who is sitting at the browser when the provider asks. */
  signsIn: Person
  /** Goes where the service sent the browser, signs in there, and gives the address the browser is sent back to. */
  readonly through: (address: string) => Promise<string>
}

/** A real OpenID Connect provider on this machine, with sign-in pages that let in whoever is to be let in. */
export async function realProvider(test: Ending, redirectUri: string): Promise<RealProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [clientId, clientSecret] = ['golden-thread', 'a secret of the test']
  const people = new Map<string, Person>()
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['groups'] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['only for the test'] },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
  })
  const answer = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const { params, prompt } = await provider.interactionDetails(request, response)
    const { sub } = real.signsIn
    if (prompt.name === 'login') {
      people.set(sub, real.signsIn)
      return provider.interactionFinished(request, response, { login: { accountId: sub } })
    }
    const grant = new provider.Grant({ accountId: sub, clientId: String(params.client_id) })
    grant.addOIDCScope('openid email profile')
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
  })
  test.after(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const real: RealProvider = {
    issuer,
    clientId,
    clientSecret,
    signsIn: { sub: 'nobody' },
    through: async (address) => {
      const cookies = new Map<string, string>()
      let next = address
      while (!next.startsWith(redirectUri)) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const answered = await fetch(next, { redirect: 'manual', headers: { cookie } })
        for (const set of answered.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
          cookies.set(name, value)
        }
        const location = answered.headers.get('location')
        if (location === null) throw new Error(`${next} answers ${answered.status}: ${await answered.text()}`)
        next = new URL(location, issuer).href
      }
      return next
    },
  }
  return real
}
