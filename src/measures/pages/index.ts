import type { Route } from '../../web/page.ts'

export const measurePages: readonly Route[] = []
