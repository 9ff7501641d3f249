import type { Block, Report } from '../../../domain/report/blocks.ts'

export const smallReport = (...blocks: readonly Block[]): Report => ({
  kind: 'qsr',
  title: 'Quarterly Service Report',
  subtitle: '',
  council: 'Sefton Council',
  period: '2024/25 Q1',
  language: 'en-GB',
  blocks,
})
