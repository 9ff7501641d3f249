import { accountsOf } from '../../access/accounts.ts'
import { inForceOn } from '../../domain/access/grant.ts'
import { roles } from '../../domain/access/roles.ts'
import { page } from '../../web/page.ts'
import { pagesOf } from '../../web/paging.ts'
import { todayOf } from '../../web/site.ts'
import { statusWords } from '../status-words.ts'

const pageSize = 50

/** Everybody with an account, for those who keep accounts. */
export const peoplePage = page({
  path: '/people',
  action: 'people.view',
  template: 'people/pages/people.njk',
  view: async ({ db, query, path, site }) => {
    const today = todayOf(site)
    const words = (query.get('q') ?? '').trim()
    const all = await accountsOf(db)
    const found = all.filter(({ label, email }) =>
      `${label} ${email}`.toLowerCase().includes(words.toLowerCase()),
    )
    const pages = pagesOf({ total: found.length, size: pageSize, path, query })
    return {
      words,
      clearHref: words === '' ? null : path,
      path,
      pages,
      empty: all.length === 0,
      count: found.length === 1 ? '1 account' : `${found.length} accounts`,
      rows: found.slice(pages.from, pages.to).map(({ id, label, email, status, grants }) => ({
        href: `/people/${id}`,
        label,
        email,
        status: statusWords[status],
        active: status === 'active',
        roles: [
          ...new Set(grants.filter((grant) => inForceOn(grant, today)).map(({ role }) => roles[role])),
        ].join(', '),
      })),
    }
  },
  title: 'People',
})
