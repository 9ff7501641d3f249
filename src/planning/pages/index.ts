import type { Route } from '../../web/page.ts'

export const planningPages: readonly Route[] = []
