import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import { answerPage } from './answer.ts'
import { answerForm } from './answer-form.ts'
import { myPage } from './my.ts'

export const cyclePages: readonly Route[] = [myPage, answerPage]

export const cycleDeeds: readonly Deed[] = [answerForm]
