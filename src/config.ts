import { isIP } from 'node:net'
import path from 'node:path'
import { StartError } from './db/start-error.ts'
import { type RoleMapping, readRoleMapping } from './domain/access/role-mapping.ts'
import { isMailAddress } from './domain/messages/mail-text.ts'
import { notifyKeyForm } from './messages/notify-carrier.ts'
import { isLoopback } from './web/local.ts'

/** One setting: where it comes from, what it is for, and how its text becomes a value. */
type Setting<T> = {
  readonly variable: string
  readonly says: string
  readonly default: string
  readonly secret: boolean
  readonly read: (
    text: string,
  ) => { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string }
}

const text = (value: string) => ({ ok: true, value }) as const
const define = <T>(setting: Setting<T>): Setting<T> => setting

/** Every setting there is. Nothing else reads the environment. */
export const settings = {
  dataFolder: define({
    variable: 'GOLDENTHREAD_DATA',
    says: 'Folder of the embedded database and of files.',
    default: './var',
    secret: false,
    read: (value) => text(path.resolve(value)),
  }),
  databaseUrl: define<string | undefined>({
    variable: 'DATABASE_URL',
    says: 'Address of a PostgreSQL database (15 or later) to use instead of the embedded one: postgres://user:password@host:5432/name.',
    default: '',
    secret: true,
    read: (value) =>
      value === '' || /^postgres(ql)?:\/\//.test(value)
        ? { ok: true, value: value || undefined }
        : { ok: false, problem: 'it must begin with postgres:// or postgresql://' },
  }),
  port: define({
    variable: 'PORT',
    says: 'Port the web application listens on.',
    default: '3000',
    secret: false,
    read: (value) => {
      const port = /^\d+$/.test(value) ? Number(value) : Number.NaN
      return port <= 65_535
        ? { ok: true, value: port }
        : { ok: false, problem: 'it must be a whole number from 0 to 65535' }
    },
  }),
  host: define({
    variable: 'HOST',
    says: 'Address the web application listens on. The default is this machine only.',
    default: '127.0.0.1',
    secret: false,
    read: text,
  }),
  authority: define({
    variable: 'GOLDENTHREAD_AUTHORITY',
    says: 'Short name (slug) of the council this installation speaks for. Empty means the first one set up.',
    default: '',
    secret: false,
    read: text,
  }),
  publicUrl: define<string | null>({
    variable: 'GOLDENTHREAD_URL',
    says: 'Address at which people reach the service, such as https://performance.example.gov.uk. With https, cookies are sent over TLS only.',
    default: '',
    secret: false,
    read: (value) => {
      if (value === '') return { ok: true, value: null }
      const url = URL.canParse(value) ? new URL(value) : null
      return url !== null && /^https?:$/.test(url.protocol) && url.origin === value.replace(/\/$/, '')
        ? { ok: true, value: url.origin }
        : { ok: false, problem: 'it must be https:// and a host name, without a path' }
    },
  }),
  trustedProxies: define<readonly string[]>({
    variable: 'GOLDENTHREAD_PROXIES',
    says: 'Addresses of the proxies in front, with commas between: their word on where a reader comes from is taken, so that limits count readers and not proxies.',
    default: '',
    secret: false,
    read: (value) => {
      const addresses = value.split(',').map((part) => part.trim())
      const wrong = addresses.find((part) => part !== '' && isIP(part.replace(/\/\d{1,3}$/, '')) === 0)
      return wrong === undefined
        ? { ok: true, value: addresses.filter((part) => part !== '') }
        : { ok: false, problem: `${wrong} is not an address or a range of them` }
    },
  }),
  oidcIssuer: define<string | null>({
    variable: 'GOLDENTHREAD_OIDC_ISSUER',
    says: 'Address of the sign-in provider (OpenID Connect), such as https://login.microsoftonline.com/TENANT/v2.0. Needs GOLDENTHREAD_URL and GOLDENTHREAD_OIDC_CLIENT_ID.',
    default: '',
    secret: false,
    read: (value) => {
      if (value === '') return { ok: true, value: null }
      const url = URL.canParse(value) ? new URL(value) : null
      const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
      return safe ? { ok: true, value } : { ok: false, problem: 'it must be an address with https://' }
    },
  }),
  oidcClientId: define({
    variable: 'GOLDENTHREAD_OIDC_CLIENT_ID',
    says: 'What the sign-in provider calls this service.',
    default: '',
    secret: false,
    read: text,
  }),
  oidcClientSecret: define({
    variable: 'GOLDENTHREAD_OIDC_CLIENT_SECRET',
    says: 'What this service proves itself with to the sign-in provider.',
    default: '',
    secret: true,
    read: text,
  }),
  oidcName: define({
    variable: 'GOLDENTHREAD_OIDC_NAME',
    says: 'What the button to the sign-in provider says after ‘Sign in with’.',
    default: 'your council account',
    secret: false,
    read: text,
  }),
  oidcTrustEmail: define({
    variable: 'GOLDENTHREAD_OIDC_TRUST_EMAIL',
    says: 'Whether (yes or no) every e-mail address of the provider is set by its administrators and it does not say whether one is verified, as with one tenant of Entra ID. Otherwise only an address it calls verified finds an account.',
    default: 'no',
    secret: false,
    read: (value) =>
      value === 'yes' || value === 'no'
        ? { ok: true, value: value === 'yes' }
        : { ok: false, problem: 'it must be yes or no' },
  }),
  oidcRoles: define<RoleMapping | null>({
    variable: 'GOLDENTHREAD_OIDC_ROLES',
    says: 'Which groups of the provider stand for which roles, over the whole council: the claim, a colon, then group=role with commas between, such as groups: gt-bi=business-intelligence, gt-audit=internal-audit. Not set, roles are only given here.',
    default: '',
    secret: false,
    read: readRoleMapping,
  }),
  smtpUrl: define<string | null>({
    variable: 'GOLDENTHREAD_SMTP_URL',
    says: 'Mail server that messages leave by: smtps://user:password@host:465, or smtp://user:password@host:587. With a user name nothing is sent without TLS. Needs GOLDENTHREAD_MAIL_FROM and GOLDENTHREAD_URL.',
    default: '',
    secret: true,
    read: (value) => {
      if (value === '') return { ok: true, value: null }
      const url = URL.canParse(value) ? new URL(value) : null
      return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
        ? { ok: true, value }
        : { ok: false, problem: 'it must be smtp:// or smtps:// and a host name' }
    },
  }),
  mailFrom: define({
    variable: 'GOLDENTHREAD_MAIL_FROM',
    says: 'Whom messages come from, such as Performance team <performance@example.gov.uk>. Answers go there.',
    default: '',
    secret: false,
    read: (value) => {
      const address = /^[^<>\r\n"]*<([^<>]+)>$/.exec(value)?.[1] ?? value
      return value === '' || isMailAddress(address)
        ? text(value)
        : { ok: false, problem: 'it must be one e-mail address, or a name and the address in < >' }
    },
  }),
  notifyKey: define({
    variable: 'GOLDENTHREAD_NOTIFY_KEY',
    says: 'API key of GOV.UK Notify, which messages leave by instead of a mail server. Needs GOLDENTHREAD_NOTIFY_TEMPLATE and GOLDENTHREAD_URL.',
    default: '',
    secret: true,
    read: (value) =>
      value === '' || notifyKeyForm.test(value)
        ? text(value)
        : { ok: false, problem: 'it must be the whole key as Notify showed it: a name and two identifiers' },
  }),
  notifyTemplate: define({
    variable: 'GOLDENTHREAD_NOTIFY_TEMPLATE',
    says: 'Identifier of the e-mail template at GOV.UK Notify: its subject is ((subject)) and its message ((body)).',
    default: '',
    secret: false,
    read: (value) =>
      value === '' || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
        ? text(value)
        : { ok: false, problem: 'it must be an identifier such as f33517ff-2a88-4f6e-b855-c550268ce08a' },
  }),
  notifyUrl: define({
    variable: 'GOLDENTHREAD_NOTIFY_URL',
    says: 'Address of GOV.UK Notify’s API.',
    default: 'https://api.notifications.service.gov.uk',
    secret: false,
    read: (value) => {
      const url = URL.canParse(value) ? new URL(value) : null
      const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
      return safe ? text(value) : { ok: false, problem: 'it must be an address with https://' }
    },
  }),
  production: define({
    variable: 'NODE_ENV',
    says: 'Set to `production` where residents and officers use it: the demonstration is then off whatever else is said, and so is the strict checking of templates.',
    default: 'development',
    secret: false,
    read: (value) => ({ ok: true, value: value === 'production' }),
  }),
} as const

export type Config = {
  readonly [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer T> ? T : never
}

/** Reads all settings, or stops with a StartError that lists every bad one. Values given on the command line win. */
export function readConfig(
  given: Readonly<Record<string, string | undefined>> = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const problems: string[] = []
  const entries = Object.entries(settings).map(([name, setting]) => {
    // Set to nothing is not set: '' would otherwise be any free port, or the folder one happens to stand in.
    const raw = given[name] || environment[setting.variable] || setting.default
    const parsed = setting.read(raw)
    if (parsed.ok) return [name, parsed.value]
    const shown = setting.secret ? '' : ` '${raw}'`
    problems.push(`${setting.variable}${shown}: ${parsed.problem}. ${setting.says}`)
    return [name, undefined]
  })
  if (problems.length > 0) throw new StartError(`These settings cannot be used:\n- ${problems.join('\n- ')}`)
  // Each entry was read by its own setting above.
  return Object.fromEntries(entries) as Config
}
