import { endGrant, grantRole, setAccountStatus } from '../../access/account-commands.ts'
import type { AccountStatus } from '../../access/accounts.ts'
import { makePasswordLink } from '../../access/password-commands.ts'
import { form, type Problem } from '../../web/form.ts'
import { todayOf } from '../../web/site.ts'
import { readGrant } from '../read-grant.ts'
import { statusWords } from '../status-words.ts'
import { accountNumber, personPage } from './person.ts'

export const grantForm = form({
  path: '/people/:id/roles',
  action: 'people.keep',
  page: personPage,
  read: (body, { params }) => readGrant(body, accountNumber(params.id)),
  run: async (db, actor, grant, { params }) => {
    await grantRole(db, actor, { accountId: accountNumber(params.id), grant })
    return { ok: true, result: null }
  },
  leadsTo: (_, { params }) => `/people/${params.id}?done=granted`,
})

export const endGrantForm = form({
  path: '/people/:id/roles/end',
  action: 'people.keep',
  page: personPage,
  read: (body) => ({ ok: true, input: Number(body.get('grant')) || 0 }),
  run: async (db, actor, grantId, { params, site }) => {
    const accountId = accountNumber(params.id)
    await endGrant(db, actor, { accountId, grantId, today: todayOf(site) })
    return { ok: true, result: null }
  },
  leadsTo: (_, { params }) => `/people/${params.id}?done=ended`,
})

export const statusForm = form({
  path: '/people/:id/status',
  action: 'people.keep',
  page: personPage,
  read: (body) => {
    const status = body.get('status') ?? ''
    const reason = (body.get('reason') ?? '').trim()
    const problems: Problem[] = []
    if (!Object.hasOwn(statusWords, status))
      problems.push({ field: 'status', text: 'Choose what the account is' })
    if (status !== 'active' && reason === '')
      problems.push({ field: 'reason', text: 'Enter the reason, which is kept with the change' })
    if (reason.length > 300)
      problems.push({ field: 'reason', text: 'Enter a reason of at most 300 characters' })
    if (problems.length > 0) return { ok: false, problems }
    const input = {
      status: status as AccountStatus,
      reason: reason || null,
      seen: Number(body.get('seen')) || 0,
    }
    return { ok: true, input }
  },
  run: async (db, actor, input, { params, site }) => {
    const accountId = accountNumber(params.id)
    await setAccountStatus(db, actor, { ...input, accountId, today: todayOf(site) })
    return { ok: true, result: null }
  },
  leadsTo: (_, { params }) => `/people/${params.id}?done=status`,
})

export const passwordLinkForm = form({
  path: '/people/:id/password-link',
  action: 'people.keep',
  page: personPage,
  read: () => ({ ok: true, input: null }),
  run: async (db, actor, _, { params, site }) => {
    const accountId = accountNumber(params.id)
    return { ok: true, result: await makePasswordLink(db, actor, { accountId, now: site.now() }) }
  },
  leadsTo: (token, { params, site }) => ({
    to: `/people/${params.id}`,
    show: `${site.publicUrl ?? ''}/set-password/${token}`,
  }),
})
