/** '1 figure', '1,200 figures': a number with its noun. `many` is the noun with an s unless it is said. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
