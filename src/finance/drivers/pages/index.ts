import type { Deed } from '../../../web/form.ts'
import type { Route } from '../../../web/page.ts'
import { driversForm, driversPage } from './drivers.ts'

export const driverPages: readonly Route[] = [driversPage]
export const driverDeeds: readonly Deed[] = [driversForm]
