import { type MessageChoice, messageChoices } from '../../domain/messages/choice.ts'
import { form } from '../../web/form.ts'
import { chooseMessages, tryAgain } from '../commands.ts'
import { choicePage } from './choice.ts'
import { messageNumber, messagePage } from './message.ts'
import { messagesPage } from './messages.ts'

export const tryAllAgainForm = form({
  path: '/messages',
  action: 'message.keep',
  page: messagesPage,
  read: () => ({ ok: true, input: null }),
  run: async (db, actor, _, { site }) => {
    return { ok: true, result: await tryAgain(db, actor, { message: 'all', now: site.now() }) }
  },
  leadsTo: (many) => `/messages?done=${many}`,
})

export const tryAgainForm = form({
  path: '/messages/:id',
  action: 'message.keep',
  page: messagePage,
  read: (_, { params }) => ({ ok: true, input: messageNumber(params.id) }),
  run: async (db, actor, message, { site }) => {
    return { ok: true, result: await tryAgain(db, actor, { message, now: site.now() }) }
  },
  leadsTo: (_, { params }) => `/messages/${params.id}?done=1`,
})

export const choiceForm = form({
  path: '/account/messages',
  action: 'session.own',
  page: choicePage,
  read: (body) => {
    const choice = body.get('choice') ?? ''
    if (!Object.hasOwn(messageChoices, choice))
      return { ok: false, problems: [{ field: 'choice', text: 'Choose what you are sent' }] }
    return { ok: true, input: { choice: choice as MessageChoice, seen: Number(body.get('seen')) || 0 } }
  },
  run: async (db, actor, input) => {
    await chooseMessages(db, actor, input)
    return { ok: true, result: null }
  },
  leadsTo: () => '/account/messages?done=1',
})
