/**
 * What a chart says, without how it is drawn. Pages and reports draw the same description, so a picture on
 * screen, in Word and in print always shows the same figures.
 */

/** One point on a time axis. `value` null is a gap: the line is broken there, never joined. */
export type ChartPoint = {
  readonly at: string
  readonly label: string
  readonly value: number | null
  /** A special cause: drawn in another colour and shape. */
  readonly mark?: 'improvement' | 'concern'
}

/** A range around a line: where values usually lie ('limits'), or where they are expected to ('outlook'). */
export type ChartBand = {
  readonly kind: 'limits' | 'outlook'
  readonly label: string
  readonly points: readonly {
    readonly at: string
    readonly lower: number
    readonly upper: number
    readonly middle: number
  }[]
}

export type ChartSeries = {
  readonly name: string
  readonly points: readonly ChartPoint[]
  /** `main` is the council's own line; the rest stand back. */
  readonly emphasis: 'main' | 'comparator'
}

/** A line over time. `at` is the ISO day on which the point's period ends, so periods of any length share an axis. */
export type LineChart = {
  readonly kind: 'line'
  /** The finding, as a sentence: 'Persistent absence is higher than before the pandemic'. */
  readonly title: string
  /** The same content in words, for people who do not see the picture. */
  readonly description: string
  readonly unitLabel: string
  readonly series: readonly ChartSeries[]
  /** Formats a value of this chart's unit for labels and ticks, indexed by the value itself. */
  readonly decimals: number
  readonly unitSuffix: string
  readonly target: { readonly value: number; readonly label: string } | null
  /** Days (ISO) at which the definition changed; drawn as a dashed upright with its words. */
  readonly breaks: readonly { readonly at: string; readonly label: string }[]
  readonly startAtZero: boolean
  readonly unitPrefix?: string
  readonly bands?: readonly ChartBand[]
}

/** Where one area stands among comparators at one period. */
export type RankChart = {
  readonly kind: 'rank'
  readonly title: string
  readonly description: string
  readonly unitLabel: string
  readonly decimals: number
  readonly unitSuffix: string
  readonly unitPrefix?: string
  readonly bars: readonly {
    readonly name: string
    readonly value: number
    readonly role: 'own' | 'neighbour' | 'average'
  }[]
}

/** How many things stand where: one bar of counted parts, with words and pattern beside colour. */
export type DistributionChart = {
  readonly kind: 'distribution'
  readonly title: string
  readonly description: string
  readonly parts: readonly {
    readonly status: StatusTone
    readonly label: string
    readonly count: number
    /** Where a page lists the things counted. */
    readonly href?: string
  }[]
}

/** The meaning of a status, from which colour, word and shape all follow. */
export type StatusTone = 'exceeding' | 'good' | 'close' | 'bad' | 'neutral' | 'none'

export type Chart = LineChart | RankChart | DistributionChart
