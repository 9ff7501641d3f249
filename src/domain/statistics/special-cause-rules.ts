/** One bit a rule, so that a point's four answers fit in one byte. */
export const RULE = { outside: 1, trend: 2, twoOfThree: 4, oneSide: 8 } as const

/**
 * Points in a run or a trend: NHS England, Making Data Count, 2019, 'Making data count: strengthening your decisions'
 * (https://www.england.nhs.uk/publication/making-data-count/). Other schools use 6 or 8.
 */
export const RUN_LENGTH = 7

/** Near points needed, and the points they are sought among: Western Electric, 1956, Statistical Quality Control Handbook, p. 25. */
export const NEAR_NEEDED = 2
export const NEAR_AMONG = 3
