import { type Pence, poundsText } from '../money.ts'
import type { Parsed } from '../period.ts'
import type { CapitalScheme } from './capital.ts'

export const changeKinds = {
  added: { text: 'Added', says: 'money that was not in the programme' },
  reprofiled: {
    text: 'Reprofiled',
    says: 'moved between years of one scheme; the scheme’s total is unchanged',
  },
  reallocated: {
    text: 'Reallocated',
    says: 'moved between two schemes in one year; the year’s total is unchanged',
  },
  moved: {
    text: 'Moved',
    says: 'the whole of a scheme taken into another, year by year; every year’s total is unchanged',
  },
} as const

export type ChangeKind = keyof typeof changeKinds

/** A change as it is asked for, by the schemes' codes and by financial year ('2024-25'). */
export type CapitalChange =
  | { readonly kind: 'added'; readonly scheme: string; readonly year: string; readonly amount: Pence }
  | {
      readonly kind: 'reprofiled'
      readonly scheme: string
      readonly fromYear: string
      readonly toYear: string
      readonly amount: Pence
    }
  | {
      readonly kind: 'reallocated'
      readonly scheme: string
      readonly toScheme: string
      readonly year: string
      readonly amount: Pence
    }
  | { readonly kind: 'moved'; readonly scheme: string; readonly toScheme: string }

/** What a change adds to (or, negative, takes from) one scheme in one year. */
export type Adjustment = { readonly scheme: string; readonly year: string; readonly amount: Pence }

/** What stands in the way of a change, and beside which of its parts it is said. */
export type ChangeProblem = {
  readonly part: 'scheme' | 'toScheme' | 'year' | 'toYear' | 'amount'
  readonly says: string
}

export type Planned =
  | { readonly ok: true; readonly adjustments: readonly Adjustment[] }
  | ({ readonly ok: false } & ChangeProblem)

/**
 * The adjustments by which a change takes effect, or why it cannot: only `added` changes a total, and no year of a scheme
 * falls below nought.
 */
export function planChange(schemes: readonly CapitalScheme[], change: CapitalChange): Planned {
  const years = [...new Set(schemes.flatMap(({ budget }) => Object.keys(budget)))].sort()
  const from = schemes.find(({ code }) => code === change.scheme)
  if (from === undefined)
    return refused('scheme', 'That scheme is not in this programme. Choose one of the list.')
  switch (change.kind) {
    case 'added':
      return (
        yearProblem(years, change.year, 'year') ??
        amountProblem(change.amount) ??
        planned([{ scheme: from.code, year: change.year, amount: change.amount }])
      )
    case 'reprofiled':
      if (change.fromYear === change.toYear)
        return refused(
          'toYear',
          'Choose two different years: reprofiling moves money from one year to another.',
        )
      return (
        yearProblem(years, change.fromYear, 'year') ??
        yearProblem(years, change.toYear, 'toYear') ??
        shortOf(from, change.fromYear, change.amount) ??
        planned([
          { scheme: from.code, year: change.fromYear, amount: -change.amount },
          { scheme: from.code, year: change.toYear, amount: change.amount },
        ])
      )
    case 'reallocated':
    case 'moved': {
      const to = schemes.find(({ code }) => code === change.toScheme)
      if (to === undefined)
        return refused('toScheme', 'That scheme is not in this programme. Choose one of the list.')
      if (to.code === from.code) return refused('toScheme', 'Choose two different schemes.')
      return change.kind === 'moved' ? takenInto(from, to) : reallocated(years, from, to, change)
    }
    default:
      return change satisfies never
  }
}

function reallocated(
  years: readonly string[],
  from: CapitalScheme,
  to: CapitalScheme,
  { year, amount }: Extract<CapitalChange, { kind: 'reallocated' }>,
): Planned {
  return (
    yearProblem(years, year, 'year') ??
    shortOf(from, year, amount) ??
    planned([
      { scheme: from.code, year, amount: -amount },
      { scheme: to.code, year, amount },
    ])
  )
}

function takenInto(from: CapitalScheme, to: CapitalScheme): Planned {
  const adjustments = Object.entries(from.budget)
    .filter(([, amount]) => amount > 0n)
    .flatMap(([year, amount]) => [
      { scheme: from.code, year, amount: -amount },
      { scheme: to.code, year, amount },
    ])
  if (adjustments.length === 0)
    return refused('scheme', `${from.title} has nothing left in any year that could be moved.`)
  return planned(adjustments)
}

const planned = (adjustments: readonly Adjustment[]): Planned => ({ ok: true, adjustments })
const refused = (part: ChangeProblem['part'], says: string): Planned & { ok: false } => ({
  ok: false,
  part,
  says,
})

const yearProblem = (years: readonly string[], year: string, part: 'year' | 'toYear') =>
  years.includes(year)
    ? null
    : refused(
        part,
        `${year.replace('-', '/')} is not a year of this programme. Choose one of ${years.map((each) => each.replace('-', '/')).join(', ')}.`,
      )

const amountProblem = (amount: Pence) =>
  amount > 0n
    ? null
    : refused('amount', 'Enter an amount above nought; the kind of change says which way it goes.')

function shortOf(scheme: CapitalScheme, year: string, amount: Pence) {
  const has = scheme.budget[year] ?? 0n
  if (amount <= has) return amountProblem(amount)
  return refused(
    'amount',
    `${scheme.title} has ${poundsText(has)} in ${year.replace('-', '/')}, less than ${poundsText(amount)}. Enter at most what it has in that year.`,
  )
}

/** The schemes with changes made since taken in. A scheme keeps its years, and gains those it is given. */
export function adjusted(
  schemes: readonly CapitalScheme[],
  adjustments: readonly Adjustment[],
): CapitalScheme[] {
  const byScheme = Map.groupBy(adjustments, ({ scheme }) => scheme)
  return schemes.map((scheme) => {
    const budget: Record<string, Pence> = { ...scheme.budget }
    for (const { year, amount } of byScheme.get(scheme.code) ?? [])
      budget[year] = (budget[year] ?? 0n) + amount
    return { ...scheme, budget }
  })
}

/** An amount as people type it, in pounds: '£57,341' or '57341.20'. What is written in £m or thousands is refused. */
export function readPounds(typed: string): Parsed<Pence> {
  const text = typed.trim()
  if (/[a-z]\s*$/i.test(text))
    return {
      ok: false,
      problem: `'${text}' is not in pounds. Write the amount in whole pounds and pence, such as 450,000, not 0.45m or 450k`,
    }
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,13})(?:\.(\d{1,2}))?$/.exec(text)
  if (!match)
    return {
      ok: false,
      problem: `'${text}' is not an amount. Write it in pounds, such as 450,000 or 450000.50`,
    }
  const [, whole = '0', fraction = ''] = match
  return { ok: true, value: BigInt(whole.replaceAll(',', '') + fraction.padEnd(2, '0')) }
}
