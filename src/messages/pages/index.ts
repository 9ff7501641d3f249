import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import { choicePage } from './choice.ts'
import { choiceForm, tryAgainForm, tryAllAgainForm } from './forms.ts'
import { messagePage } from './message.ts'
import { messagesPage } from './messages.ts'

export const messagePages: readonly Route[] = [messagesPage, messagePage, choicePage]

export const messageDeeds: readonly Deed[] = [tryAllAgainForm, tryAgainForm, choiceForm]
