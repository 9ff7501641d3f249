import { createHash } from 'node:crypto'
import type { Report } from '../../domain/report/blocks.ts'
import { figuresOf, type ListedFigure, type ListedPicture, picturesOf } from '../../domain/report/figures.ts'

export type ReportFormat = 'html' | 'docx' | 'csv'

export type ReportFile = {
  readonly name: string
  /** 'csvw' describes the CSV beside it. */
  readonly format: ReportFormat | 'csvw'
  readonly bytes: number
  readonly sha256: string
}

export type ReportManifest = {
  readonly kind: string
  readonly title: string
  readonly council: string
  readonly period: string
  readonly made: string
  readonly files: readonly ReportFile[]
  readonly figures: readonly ListedFigure[]
  readonly pictures: readonly ListedPicture[]
}

/** Which files a report is, and every figure in them with its exact value, its source and where it stands. */
export const reportManifest = (
  report: Report,
  files: readonly ReportFile[],
  madeAt: string,
): ReportManifest => ({
  kind: report.kind,
  title: report.title,
  council: report.council,
  period: report.period,
  made: madeAt,
  files,
  figures: figuresOf(report),
  pictures: picturesOf(report),
})

export const fileEntry = (name: string, format: ReportFile['format'], content: Buffer): ReportFile => ({
  name,
  format,
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
})
