import { type Actor, type Role, roles } from './roles.ts'
import { reaches, type Unit } from './unit.ts'

/**
 * Everything anybody can do, and which roles may. A page or command names its action; nothing is decided elsewhere.
 * Source of the officer and member tasks: the framework's performance management structure (roles and tasks).
 */
const council: readonly Role[] = (Object.keys(roles) as Role[]).filter((role) => role !== 'resident')
const everybody = Object.keys(roles) as Role[]
const keepers: readonly Role[] = ['business-intelligence', 'operator']
const trailReaders: readonly Role[] = [
  'chief-executive',
  'internal-audit',
  'business-intelligence',
  'operator',
]
const answerable: readonly Role[] = [
  'leader',
  'cabinet-member',
  'chief-executive',
  'executive-director',
  'assistant-director',
  'service-manager',
]

type Rule = {
  readonly says: string
  readonly roles: readonly Role[]
  /** Only for what belongs to a unit over which the role is held. */
  readonly ownUnit?: true
  /** Never to one's own account: whoever could would decide alone what they may do. */
  readonly notOnOneself?: true
}

export const actions = {
  'about.view': { says: 'read how this service works and who may do what', roles: everybody },
  'session.own': { says: 'sign in, sign out and look after the own account', roles: everybody },
  'calendar.follow': { says: 'read dates by an address that was made for it', roles: everybody },
  'home.view': { says: 'see how the council is doing', roles: council },
  'thread.view': { says: 'walk the golden thread', roles: council },
  'plan.view': { says: 'read plans', roles: council },
  'measure.view': { says: 'read the register of measures and their figures', roles: council },
  'spending.view': { says: 'read what the council spends its money on', roles: everybody },
  'finance.view': { says: 'read the revenue and capital position', roles: council },
  'exempt.view': {
    says: 'see what is exempt from publication',
    roles: [
      'leader',
      'cabinet-member',
      'chief-executive',
      'executive-director',
      'assistant-director',
      'business-intelligence',
      'operator',
    ],
  },
  'report.view': { says: 'read reports', roles: council },
  'calendar.view': { says: 'see what is due when', roles: council },
  'audit.view': { says: 'read the event trail', roles: trailReaders },
  'audit-sample.view': { says: 'read what internal audit tested and found', roles: council },
  'audit-sample.draw': { says: 'draw the annual audit sample of measures', roles: ['internal-audit'] },
  'audit-sample.test': {
    says: 'record how a sampled figure stood against its evidence',
    roles: ['internal-audit'],
  },
  'audit-sample.respond': {
    says: 'answer what internal audit found',
    roles: ['assistant-director'],
    ownUnit: true,
  },
  'audit-sample.close': { says: 'close what internal audit found', roles: ['internal-audit'] },
  'signal.view': { says: 'read what staff and councillors raised', roles: council },
  'signal.raise': { says: 'raise an issue, a question, good news or a suggestion', roles: council },
  'signal.act': {
    says: 'answer what was raised, or pass it up',
    roles: ['service-manager', 'assistant-director', 'business-intelligence'],
    ownUnit: true,
  },
  'forum.keep': { says: 'record the forums', roles: keepers },
  'recommendation.view': { says: 'read what scrutiny recommended', roles: council },
  'recommendation.make': {
    says: 'record what scrutiny recommends',
    roles: ['scrutiny', 'business-intelligence'],
  },
  'recommendation.respond': {
    says: 'respond to what scrutiny recommends',
    roles: ['leader', 'cabinet-member', 'chief-executive', 'executive-director'],
  },
  'recommendation.progress': {
    says: 'tell how far a recommendation has come',
    roles: [
      'leader',
      'cabinet-member',
      'chief-executive',
      'executive-director',
      'assistant-director',
      'business-intelligence',
    ],
  },
  'role.delegate': { says: 'hand over the own role while away', roles: answerable, ownUnit: true },
  'people.view': { says: 'see who has an account and which roles they hold', roles: keepers },
  'people.keep': {
    says: 'add and suspend accounts, and give and end roles',
    roles: keepers,
    notOnOneself: true,
  },
  'message.view': { says: 'see the messages this service sends and what became of them', roles: keepers },
  'message.keep': { says: 'have reminders made and messages tried again', roles: keepers },
  'organisation.view': { says: 'see how the council is organised and who answers for what', roles: council },
  'organisation.keep': {
    says: 'record how the council is organised, and every change to it',
    roles: keepers,
  },
  'quarter.open': { says: 'open a quarter for reporting', roles: keepers },
  'area.keep': { says: 'record areas and comparator groups', roles: keepers },
  'plan.keep': { says: 'record plans and their items', roles: keepers },
  'calendar.keep': {
    says: 'record the rules of the calendar, and the stages and approvals of plans',
    roles: keepers,
  },
  'framework.keep': { says: 'record revisions of the framework', roles: keepers },
  'measure.keep': { says: 'keep the register of measures', roles: keepers },
  'measure.restate': { says: 'change what a locked quarter has shown', roles: ['business-intelligence'] },
  'measure.record-values': { says: 'record figures', roles: keepers },
  'measure.send-values': {
    says: 'send figures of the own unit’s measures with a key',
    roles: ['service-manager', 'business-intelligence', 'operator'],
    ownUnit: true,
  },
  'key.keep': { says: 'make and end keys for programs', roles: keepers },
  'high-needs.view': { says: 'read about high needs: the deficit, plans and places', roles: council },
  'high-needs.keep': {
    says: 'record high needs figures, scenarios, places and the recovery plan',
    roles: ['executive-director', 'assistant-director', 'business-intelligence', 'operator'],
  },
  'finance.record': { says: 'record the financial position', roles: keepers },
  'risk.view': { says: 'read the risk register', roles: council },
  'risk.keep': {
    says: 'record risks, and score, control, act on, review and link them',
    roles: [
      'executive-director',
      'assistant-director',
      'service-manager',
      'business-intelligence',
      'operator',
    ],
    ownUnit: true,
  },
  'risk.decide': {
    says: 'escalate and de-escalate risks, keep them at corporate level, and close them',
    roles: [
      'chief-executive',
      'executive-director',
      'assistant-director',
      'business-intelligence',
      'operator',
    ],
    ownUnit: true,
  },
  'risk.set-appetite': {
    says: 'record how much risk the council accepts',
    roles: ['leader', 'chief-executive', 'business-intelligence', 'operator'],
  },
  'risk-training.record': {
    says: 'record accredited risk training of managers',
    roles: ['executive-director', 'assistant-director', 'business-intelligence', 'operator'],
    ownUnit: true,
  },
  'medium-term.keep': {
    says: 'keep assumptions on the years to come under a name',
    roles: ['chief-executive', 'executive-director', ...keepers],
  },
  'cycle.view': { says: 'see how a reporting cycle stands', roles: council },
  'cycle.open': { says: 'open a reporting cycle', roles: keepers },
  'cycle.answer': {
    says: 'answer for a measure in a reporting cycle',
    roles: ['frontline', 'service-manager', 'assistant-director', 'business-intelligence', 'operator'],
    ownUnit: true,
  },
  'cycle.decide': {
    says: 'agree to figures or send them back',
    roles: ['service-manager', 'assistant-director', 'executive-director', 'business-intelligence'],
  },
  'cycle.confirm': {
    says: 'confirm figures',
    roles: ['service-manager', 'assistant-director'],
    ownUnit: true,
  },
  'cycle.sign-off': {
    says: 'sign off figures',
    roles: ['assistant-director', 'executive-director'],
    ownUnit: true,
  },
  'cycle.assure': { says: 'assure figures', roles: ['business-intelligence'] },
  'cycle.lock': { says: 'lock a quarter', roles: ['business-intelligence'] },
  'illustration.remove': { says: 'take away what only shows the product', roles: ['operator'] },
  'report.make': { says: 'make reports', roles: keepers },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof actions

/** What is to be done something with, as far as permission depends on it. */
export type Thing = {
  /** The unit it belongs to and those above it. */
  readonly units?: readonly Unit[]
  /** The account it is about. */
  readonly accountId?: number
  /** The role that would be given or ended. */
  readonly role?: Role
}

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string }

/**
 * Whether `actor` may do `action` with `thing`, with the reason and whom to ask when not. Without a thing: whether the
 * actor may do it at all, which is what a page asks before it knows what it is about.
 */
export function can(actor: Actor, action: Action, thing: Thing = {}): Decision {
  const rule: Rule = actions[action]
  const who = roles[actor.role]
  const able = rule.roles.map((role) => roles[role]).join(', ')
  if (!rule.roles.includes(actor.role))
    return refused(`${who} may not ${rule.says}. This is done by: ${able}.`)
  if (rule.ownUnit && thing.units && !holdsOver(actor, thing.units))
    return refused(
      `${who} may ${rule.says} only where the role is held, which is not here. Ask whoever holds it here, or ${keeperNames}.`,
    )
  if (rule.notOnOneself && thing.accountId !== undefined && thing.accountId === actor.accountId)
    return refused(`Nobody may ${rule.says} for themself. Ask somebody else of: ${able}.`)
  if (thing.role === 'operator' && actor.role !== 'operator')
    return refused(`${who} may not make or unmake a ${roles.operator}. Ask a ${roles.operator}.`)
  return { allowed: true }
}

const keeperNames = keepers.map((role) => roles[role]).join(' or ')

const refused = (reason: string): Decision => ({ allowed: false, reason })

/** An actor without grants is a program or a visitor of the demonstration, and speaks for the whole council. */
export const holdsOver = ({ role, grants }: Actor, units: readonly Unit[]): boolean =>
  grants === undefined || grants.some((grant) => grant.role === role && reaches(grant.unit, units))
