/**
 * Every constant of the forecaster that was chosen by measurement rather than derived. How each was chosen, and on what,
 * is told in docs/FORECASTING.md; changing one means running bench/forecast.ts again.
 */
export const FEWEST_POINTS = 5
/** Longer series are forecast from their latest points only: what happened 200 periods ago says nothing about the next. */
export const MOST_POINTS = 200
export const LONGEST_HORIZON = 120

/** Below this many points no trend is projected, and the note says so. */
export const FEWEST_FOR_TREND = 7
/** Erratic: the typical step from one point to the next is more than this share of the typical value … */
export const ERRATIC_STEP_SHARE = 0.5
/** … or more than this share of the points are zero. */
export const ERRATIC_ZERO_SHARE = 0.4

/** Points needed beyond one whole cycle before a seasonal pattern is looked for. */
export const SEASONAL_EXTRA_POINTS = 2
/** Weight, in points, of the guess that there is no seasonal pattern. */
export const SEASONAL_DOUBT = 1
/** A seasonal index that would be shrunk to less than this share of itself is dropped. */
export const SEASONAL_FLOOR = 0.15

/** How sharply weight moves to the candidates with the least rolling-origin error: this, and so much more for each point. */
export const SHARPNESS = 2
export const SHARPNESS_PER_POINT = 0.4
/** Each step back in time counts for so much less when candidates are compared, and when errors are sized. */
export const COMPARISON_MEMORY = 0.95
export const ERROR_MEMORY = 0.99

/** Least growth of the error variance for each step ahead, as a share of that of the first step; and the most. */
export const LEAST_GROWTH = 0.02
export const MOST_GROWTH = 3
/** Weight of the growth that theory expects against the growth seen. */
export const GROWTH_DOUBT = 3
/** Uncertainty of drift: what every series has, and what comes with a wandering level; over h² ÷ points. */
export const DRIFT_DOUBT = 0.1
export const DRIFT_DOUBT_PER_GROWTH = 1.5
/** Errors seen are those of weights chosen with hindsight: intervals are wider by this, and more with few points. */
export const WIDENING = 1.08
export const WIDENING_FEW_POINTS = 1
/** Degrees of freedom of the tails: this, and so many more for each point. */
export const TAIL_FREEDOM = 2
export const TAIL_FREEDOM_PER_POINT = 0.2
