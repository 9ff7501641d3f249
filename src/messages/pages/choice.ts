import { messageChoices } from '../../domain/messages/choice.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { choiceOf } from '../queries.ts'

const hints: Readonly<Record<keyof typeof messageChoices, string>> = {
  all: 'One message on a day when something is five working days off, due, or one or five working days late. Never more than one a day.',
  weekly: 'On the first working day of the week: everything you owe in the week to come, and what is late.',
  escalations:
    'Nothing about what you owe yourself. If you manage others, what is five working days late in their services.',
}

/** What somebody is sent by e-mail. */
export const choicePage = page({
  path: '/account/messages',
  action: 'session.own',
  template: 'messages/pages/choice.njk',
  view: async (asked) => {
    const { db, actor, query } = asked
    const { accountId } = actor
    if (accountId === undefined) return { form: null, items: [], notice: null }
    const { choice, number } = await choiceOf(db, accountId)
    const form = formView(asked, '/account/messages', { choice, seen: String(number) })
    return {
      notice: query.get('done') === null ? null : 'This is what you are sent from now on.',
      form,
      items: Object.entries(messageChoices).map(([value, text]) => ({
        value,
        text,
        hint: { text: hints[value as keyof typeof messageChoices] },
      })),
    }
  },
  title: 'What you are sent',
  breadcrumbs: () => [{ text: 'Your account', href: '/account' }],
})
