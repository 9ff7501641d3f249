import type { PointMark, StatusTone } from '../../domain/report/chart.ts'

/**
 * The Analysis Function's colours for charts ("Data visualisation: colours in charts", Government Analysis
 * Function): its dark blue for the one series that matters, greys for what it is compared with.
 */
export const ink = {
  main: '#12436d',
  text: '#0b0c0c',
  quiet: '#505a5f',
  /** A point that shows nothing but the usual variation. */
  common: '#6b7378',
  comparators: ['#6b7378', '#868e93', '#868e93', '#868e93'],
  bar: '#a3abb0',
  average: '#505a5f',
  grid: '#e4e7e9',
  axis: '#7a8287',
  limits: '#f1f3f4',
  outlook95: '#e4ecf4',
  outlook80: '#bfd3e6',
  paper: '#ffffff',
} as const

/** NHS England's Making Data Count: blue improves, orange concerns, purple has no good end. Never the colours of a status. */
export const markInkOf: Record<PointMark, string> = {
  improvement: '#1d70b8',
  concern: '#cf4a02',
  high: '#6a3f8f',
  low: '#6a3f8f',
}

/** Fill of a part, the text on it, and how dark it is when printed in grey: neighbours always differ. */
export const statusInk: Record<StatusTone, { readonly fill: string; readonly text: string }> = {
  exceeding: { fill: '#0b4f3c', text: '#ffffff' },
  good: { fill: '#4d9e78', text: '#0b0c0c' },
  close: { fill: '#f2b84b', text: '#0b0c0c' },
  bad: { fill: '#a3242b', text: '#ffffff' },
  neutral: { fill: '#c3c9cd', text: '#0b0c0c' },
  unjudged: { fill: '#eceff0', text: '#0b0c0c' },
  none: { fill: '#ffffff', text: '#0b0c0c' },
}

/** Colours of the small marks beside words: darker than the fills, so that each stands out on white. */
export const markInk: Record<StatusTone, string> = {
  exceeding: '#0b4f3c',
  good: '#1d7a50',
  close: '#a45c00',
  bad: '#a3242b',
  neutral: '#505a5f',
  unjudged: '#505a5f',
  none: '#6b7378',
}
