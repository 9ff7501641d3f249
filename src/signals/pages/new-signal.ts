import { type SignalKind, signalKinds } from '../../domain/signals/signal.ts'
import { form, type Problem } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { aboutChoices, aboutText, parseAbout } from '../about.ts'
import { raiseSignal } from '../commands.ts'

const LONGEST = 2000

export const newSignalPage = page({
  path: '/signals/new',
  action: 'signal.raise',
  template: 'signals/pages/new-signal.njk',
  view: async (asked) => {
    const fields = { kind: '', about: asked.query.get('about') ?? '', words: '' }
    const raiseForm = formView(asked, '/signals/new', fields)
    const choices = await aboutChoices(asked.db)
    const chosen = choices.find((each) => aboutText(each) === raiseForm.values.about) ?? null
    const group = (kind: string) =>
      choices
        .filter((each) => each.kind === kind)
        .map((each) => ({ value: aboutText(each), text: each.title, selected: each === chosen }))
    return {
      form: raiseForm,
      post: asked.actor.name,
      kinds: Object.entries(signalKinds).map(([value, text]) => ({ value, text })),
      groups: [
        { label: 'Measures', items: group('measure') },
        { label: 'Services', items: group('service') },
        { label: 'The plan', items: group('plan-item') },
      ],
      framework: group('framework'),
    }
  },
  title: 'Raise something',
  breadcrumbs: () => [{ text: 'Issues, questions and good news', href: '/signals' }],
})

export const raiseForm = form({
  path: '/signals/new',
  action: 'signal.raise',
  page: newSignalPage,
  read: (body) => {
    const problems: Problem[] = []
    const kind = body.get('kind') ?? ''
    const about = parseAbout(body.get('about') ?? '')
    const words = (body.get('words') ?? '').trim()
    if (!Object.hasOwn(signalKinds, kind)) problems.push({ field: 'kind', text: 'Choose what it is' })
    if (about === null) problems.push({ field: 'about', text: 'Choose what it is about' })
    if (words === '') problems.push({ field: 'words', text: 'Say it in your own words' })
    if (words.length > LONGEST) problems.push({ field: 'words', text: `Write at most ${LONGEST} characters` })
    if (about === null || problems.length > 0) return { ok: false, problems }
    return { ok: true, input: { about, words, kind: kind as SignalKind } }
  },
  run: async (db, actor, input, { site }) => ({
    ok: true,
    result: await raiseSignal(db, actor, { ...input, today: todayOf(site) }),
  }),
  leadsTo: (id) => `/signals/${id}?done=raised`,
})
