import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import { figureForm, figuresPage } from './figures.ts'
import { highNeedsPage } from './high-needs.ts'

export const highNeedsPages: readonly Route[] = [highNeedsPage, figuresPage]
export const highNeedsDeeds: readonly Deed[] = [figureForm]
