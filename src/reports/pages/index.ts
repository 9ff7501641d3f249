import type { Route } from '../../web/page.ts'
import { homePage } from './home.ts'

export const reportPages: readonly Route[] = [homePage]
