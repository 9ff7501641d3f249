import type { StatusTone } from '../../domain/report/chart.ts'

/**
 * The Analysis Function's colours for charts ("Data visualisation: colours in charts", Government Analysis
 * Function): its dark blue for the one series that matters, greys for what it is compared with.
 */
export const ink = {
  main: '#12436d',
  improvement: '#12436d',
  concern: '#c2410c',
  outlook: '#d7e3ee',
  text: '#0b0c0c',
  quiet: '#505a5f',
  comparators: ['#6b7378', '#868e93', '#868e93', '#868e93'],
  bar: '#a3abb0',
  average: '#505a5f',
  grid: '#e4e7e9',
  axis: '#7a8287',
  paper: '#ffffff',
} as const

/** Fill of a part, the text on it, and how dark it is when printed in grey: neighbours always differ. */
export const statusInk: Record<StatusTone, { readonly fill: string; readonly text: string }> = {
  exceeding: { fill: '#0b4f3c', text: '#ffffff' },
  good: { fill: '#4d9e78', text: '#0b0c0c' },
  close: { fill: '#f2b84b', text: '#0b0c0c' },
  bad: { fill: '#a3242b', text: '#ffffff' },
  neutral: { fill: '#c3c9cd', text: '#0b0c0c' },
  none: { fill: '#ffffff', text: '#0b0c0c' },
}

/** Colours of the small marks beside words: darker than the fills, so that each stands out on white. */
export const markInk: Record<StatusTone, string> = {
  exceeding: '#0b4f3c',
  good: '#1d7a50',
  close: '#a45c00',
  bad: '#a3242b',
  neutral: '#505a5f',
  none: '#6b7378',
}
