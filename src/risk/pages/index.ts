import type { Route } from '../../web/page.ts'
import { heatMapPage } from './heat-map.ts'
import { registerPage } from './register.ts'
import { riskPage } from './show.ts'

export const riskPages: readonly Route[] = [registerPage, heatMapPage, riskPage]
