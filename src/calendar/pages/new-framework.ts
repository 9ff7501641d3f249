import { form, type Problem } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { readDay } from '../../web/read-day.ts'
import { recordFrameworkVersion } from '../framework-commands.ts'
import { frameworkVersions } from '../framework-versions.ts'

const path = '/framework/new'

export const newFrameworkPage = page({
  path,
  action: 'framework.keep',
  template: 'calendar/pages/new-framework.njk',
  view: async (asked) => {
    const [current] = await frameworkVersions(asked.db)
    return {
      form: formView(asked, path, {
        follows: String(current?.number ?? 0),
        title: current?.title ?? '',
        adopted: '',
        by: '',
        from: '',
        review: '',
        changed: '',
        aims: current?.aims ?? '',
        tiers: current?.tiers ?? '',
        rules: current?.rules ?? '',
        source: '',
      }),
    }
  },
  title: 'Record a revision of the framework',
  breadcrumbs: () => [
    { text: 'Calendar', href: '/calendar' },
    { text: 'The framework', href: '/framework' },
  ],
})

const asked = {
  title: 'Enter the title of the framework',
  by: 'Enter who adopted it, such as Cabinet',
  changed: 'Enter what changed, for whoever reads the notice',
  source: 'Enter where it is written down',
} as const

export const newFrameworkForm = form({
  path,
  action: 'framework.keep',
  page: newFrameworkPage,
  read: (body) => {
    const text = (name: string) => (body.get(name) ?? '').trim()
    const problems: Problem[] = Object.entries(asked)
      .filter(([field]) => text(field) === '')
      .map(([field, text]) => ({ field, text }))
    const day = (field: string) => (text(field) === '' ? null : readDay(text(field)))
    for (const field of ['adopted', 'from', 'review'])
      if (day(field) === null && (field === 'adopted' || text(field) !== ''))
        problems.push({ field, text: 'Enter a day, such as 14 11 2024' })
    const input = {
      follows: Number(text('follows')) || 0,
      title: text('title'),
      adoptedOn: day('adopted'),
      adoptedBy: text('by'),
      effectiveFrom: day('from'),
      reviewDue: day('review'),
      whatChanged: text('changed'),
      aims: text('aims'),
      tiers: text('tiers'),
      rules: text('rules'),
      source: text('source'),
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, input }
  },
  run: async (db, actor, input) => ({ ok: true, result: await recordFrameworkVersion(db, actor, input) }),
  leadsTo: () => '/framework?done=revised',
})
