import type { Route } from '../../web/page.ts'

export const financePages: readonly Route[] = []
