import type { AccountStatus } from '../access/accounts.ts'

export const statusWords: Readonly<Record<AccountStatus, string>> = {
  active: 'Active',
  suspended: 'Suspended',
  left: 'Left',
}
