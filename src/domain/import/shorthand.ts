/**
 * The shorthand of official statistics: the Analysis Function's guidance on symbols in tables (in square brackets), and
 * the older symbols it replaced, which are still met. Without brackets 'x' or 'z' may be anything, so they are not here.
 */
export type NoFigure = 'suppressed' | 'not-available' | 'not-applicable'

export const noFigure: ReadonlyMap<string, { readonly kind: NoFigure; readonly says: string }> = new Map(
  (
    [
      [['[c]', 'c', '(c)', 'confidential', 'suppressed'], 'suppressed', 'confidential'],
      [['*', '**', '[*]'], 'suppressed', 'too small to publish'],
      [
        ['[x]', '[n/a]', '..', '...', ':', 'n/a', 'na', 'n.a.', 'not available'],
        'not-available',
        'not available',
      ],
      [['[z]', 'not applicable'], 'not-applicable', 'not applicable'],
    ] as const
  ).flatMap(([marks, kind, meaning]) =>
    marks.map((mark) => [
      mark,
      {
        kind,
        says:
          kind === 'suppressed'
            ? `'${mark}' was read as ${meaning}: stored as suppressed, without a value.`
            : `'${mark}' was read as ${meaning}: there is no figure, and nothing is stored for it.`,
      },
    ]),
  ),
)

/** A mark behind a number: '12.3 [p]', '12.3 p', '12.3[r]'. */
export const marks: Readonly<
  Record<
    string,
    { readonly status?: 'provisional' | 'estimated'; readonly doubt?: string; readonly says: string }
  >
> = {
  p: { status: 'provisional', says: 'The mark [p] was read as provisional.' },
  r: { says: 'The mark [r] was read as revised by its publisher; the figure is taken as final.' },
  e: { status: 'estimated', says: 'The mark [e] was read as estimated.' },
  b: { says: 'The mark [b] was read as a break in the series: record the break with the series.' },
  u: { doubt: 'Of low reliability, as published', says: 'The mark [u] was read as of low reliability.' },
}
