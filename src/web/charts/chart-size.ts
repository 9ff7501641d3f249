/** Drawn for a desk and for a phone, each with text of the size it will be read at. */
export type ChartSize = 'wide' | 'narrow'

export const chartWidth: Record<ChartSize, number> = { wide: 720, narrow: 360 }

/** The room that labels beside a plot may take. */
export const labelRoom: Record<ChartSize, number> = { wide: 190, narrow: 92 }

export const textSize = 14
export const lineHeight = 17
