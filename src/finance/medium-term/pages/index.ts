import type { Deed } from '../../../web/form.ts'
import type { Route } from '../../../web/page.ts'
import { keepPlanForm, mediumTermPage } from './medium-term.ts'

export const mediumTermPages: readonly Route[] = [mediumTermPage]

export const mediumTermDeeds: readonly Deed[] = [keepPlanForm]
