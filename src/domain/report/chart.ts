/**
 * What a chart says, without how it is drawn. Pages and reports draw the same description, so a picture on
 * screen, in Word and in print always shows the same figures.
 */

/** What every chart says: its finding as a sentence, and the same content in words for people who do not see it. */
type Said = { readonly title: string; readonly description: string }

/** How values of a chart's unit are written on its axis and labels. */
export type ChartUnit = {
  readonly unitLabel: string
  readonly decimals: number
  readonly unitPrefix?: string
  readonly unitSuffix: string
}

/** A special cause: improvement or concern, or merely high or low where neither way is good. */
export type PointMark = 'improvement' | 'concern' | 'high' | 'low'

/** One point on a time axis. `value` null is a gap: the line is broken there, never joined. */
export type ChartPoint = {
  readonly at: string
  readonly label: string
  readonly value: number | null
  /** Drawn in another colour and shape. */
  readonly mark?: PointMark
}

/**
 * A range around a line: where values usually lie ('limits', or 'trial-limits' while they rest on few points or on no steady level), or where
 * they are expected to (the two outlooks). `middle` is the mean of the points, or the single best guess.
 */
export type ChartBand = {
  readonly kind: 'limits' | 'trial-limits' | 'outlook-80' | 'outlook-95'
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
export type LineChart = Said &
  ChartUnit & {
    readonly kind: 'line'
    readonly series: readonly ChartSeries[]
    readonly target: { readonly value: number; readonly label: string } | null
    /** Days (ISO) at which the definition changed; drawn as a dashed upright with its words. */
    readonly breaks: readonly { readonly at: string; readonly label: string }[]
    readonly startAtZero: boolean
    readonly bands?: readonly ChartBand[]
    /** What a reader needs beside the picture wherever it stands alone, such as the chance of reaching the target. */
    readonly notes?: readonly string[]
  }

export type AreaRole = 'own' | 'neighbour' | 'average'

/** Areas at one period as dots, each between the ends of its confidence interval where one is known. */
export type DotChart = Said &
  ChartUnit & {
    readonly kind: 'dots'
    /** In the order in which they are to stand. */
    readonly rows: readonly {
      readonly name: string
      readonly value: number
      readonly lower: number | null
      readonly upper: number | null
      readonly role: AreaRole
    }[]
    /** Which end is good, in words: 'Lower is better'. Null where neither is. */
    readonly goodEnd: string | null
    readonly notes: readonly string[]
  }

/** The same measure for several areas side by side, on one scale. */
export type MultiplesChart = Said &
  ChartUnit & {
    readonly kind: 'multiples'
    readonly target: { readonly value: number; readonly label: string } | null
    readonly breaks: LineChart['breaks']
    readonly panels: readonly {
      readonly name: string
      readonly role: AreaRole
      readonly points: readonly ChartPoint[]
    }[]
  }

/** Where one area stands among comparators at one period. */
export type RankChart = Said &
  ChartUnit & {
    readonly kind: 'rank'
    readonly bars: readonly {
      readonly name: string
      readonly value: number
      readonly role: AreaRole
    }[]
  }

/** How many things stand where: one bar of counted parts, with words and pattern beside colour. */
export type DistributionChart = Said & {
  readonly kind: 'distribution'
  readonly parts: readonly {
    readonly status: StatusTone
    readonly label: string
    readonly count: number
    /** Where a page lists the things counted. */
    readonly href?: string
  }[]
}

/**
 * The meaning of a status, from which colour, word and shape all follow. 'unjudged' has a figure that nothing judges;
 * 'none' has no figure.
 */
export type StatusTone = 'exceeding' | 'good' | 'close' | 'bad' | 'neutral' | 'unjudged' | 'none'

export type Chart = LineChart | DotChart | MultiplesChart | RankChart | DistributionChart
