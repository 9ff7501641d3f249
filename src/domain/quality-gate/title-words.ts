/** Titles that hold two measures, with what the two are. The last is any other stroke. */
export const twoMeasures: readonly {
  readonly words: RegExp
  readonly why: string
  readonly sure: boolean
}[] = [
  {
    words: /\b(percentage|rate)\s*\/\s*(total|number)\b|\b(total|number)\s*\/\s*(percentage|rate)\b/i,
    why: 'a percentage and a number, which can move in different directions',
    sure: true,
  },
  {
    words: /\bchild(ren)?\s*\/\s*adults?\b/i,
    why: 'children and adults, counted from different sources',
    sure: true,
  },
  {
    words: /\bclients?\s*\/\s*carers?\b/i,
    why: 'clients and carers, who are asked in different surveys',
    sure: true,
  },
  { words: /\bvisits and casework\b/i, why: 'visits and casework, either of which may be late', sure: true },
  { words: /\w\s*\/\s*\w/, why: 'two things with a stroke between', sure: false },
]

/** Words that decide who counts and leave it open, unless the definition says. */
export const openWords: readonly { readonly words: RegExp; readonly asks: string }[] = [
  { words: /\bstable\b/i, asks: 'how long is stable' },
  { words: /\bpermanent\b/i, asks: 'who counts as permanent' },
  { words: /\bup to date\b/i, asks: 'by when something is out of date' },
  { words: /\bagreed timescales?\b/i, asks: 'which timescale was agreed' },
  { words: /\bin line with\b/i, asks: 'how near is in line' },
  { words: /\bimproved their\b/i, asks: 'improved since when, and who says so' },
  { words: /\bcan do what they want\b/i, asks: 'which survey answer counts' },
  { words: /\bnot commuting\b/i, asks: 'how many days at home count' },
  { words: /\bvisitor numbers\b/i, asks: 'visitors to what' },
  { words: /\bdebt\b/i, asks: 'which debt, and how old' },
  { words: /\bworking age\b/i, asks: 'which ages' },
]

/** What is counted because it happens, not because it is good. */
export const volumeWords = /\bvisits?\b|\bvisitors?\b|\bfootfall\b|\bpage views\b|\bnumber of schemes\b/i

const whole =
  /\b(who|whose|with|in|on|by|placed|issued|rated|responded|involving|achieving|educated|answered|asked|that|not|sent|with(in)?)\b|\bun-?\w+|\bof\b.*\bof\b/i

/** A share whose whole the title does not name: 'Claimant Rate', 'Percentage of Agency Workers'. */
export function namesNoWhole(title: string): boolean {
  const share = /^(?:percentage|proportion)\s+of\s+(.*)$/i.exec(title)?.[1]
  if (share !== undefined) return !whole.test(share)
  return (
    /\brates?\b/i.test(title) &&
    !/\bper \d|\bpercentage of\b|\bas a\b|\bof the\b|\bresponse rate to\b/i.test(title)
  )
}
