/** Who somebody is, as the sign-in provider says. */
export type Identity = {
  readonly issuer: string
  readonly subject: string
  /** Only when the provider has verified it. */
  readonly email: string | null
  /** What the provider says of groups or roles, when a claim for it is set. */
  readonly groups: readonly string[]
}

/** Kept while somebody is away at the provider. */
export type OnTheWay = {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** A sign-in provider: OpenID Connect, authorization code with PKCE. */
export type Provider = {
  /** What its button says: 'Sign in with NAME'. */
  readonly name: string
  /** Where to send the browser, and what to keep until it is back. */
  readonly begin: (redirectUri: string) => Promise<OnTheWay & { readonly address: string }>
  /** Who came back. Throws ProviderRefused when the answer is not to be trusted. */
  readonly finish: (answer: URL, kept: OnTheWay) => Promise<Identity>
}

/** The provider did not let somebody in, or its answer could not be trusted. The message is for the reader. */
export class ProviderRefused extends Error {
  override readonly name = 'ProviderRefused'
}
