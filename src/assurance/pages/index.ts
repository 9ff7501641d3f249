import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import { itemPage } from './item.ts'
import { closureForm, responseForm, testForm } from './item-forms.ts'
import { samplePage } from './sample.ts'
import { drawForm, samplesPage } from './samples.ts'

export const assurancePages: readonly Route[] = [samplesPage, samplePage, itemPage]

export const assuranceDeeds: readonly Deed[] = [drawForm, testForm, responseForm, closureForm]
