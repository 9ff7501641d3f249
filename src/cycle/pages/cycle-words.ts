import { dayText, periodText } from '../../domain/period-text.ts'
import { momentText } from '../../web/moment-text.ts'
import type { Cycle } from '../cycles.ts'

export const cycleName = ({ quarter }: Pick<Cycle, 'quarter'>): string => periodText(quarter)

/** 'Locked by Business Intelligence on 25 July 2024, 16:05', or by when it is to be. */
export const lockText = ({ lock, due }: Pick<Cycle, 'lock' | 'due'>): string =>
  lock ? `Locked by ${lock.by} on ${momentText(lock.at)}` : `Open; locks after ${dayText(due.assurance)}`

/** When each step is due, in order. */
export const dueSteps = ({ due }: Pick<Cycle, 'due'>) => [
  { term: 'Figures in', text: dayText(due.entry), detail: null, href: null },
  { term: 'Confirmed', text: dayText(due.confirmation), detail: null, href: null },
  { term: 'Signed off', text: dayText(due.signOff), detail: null, href: null },
  { term: 'Assured', text: dayText(due.assurance), detail: null, href: null },
]

export const cycleCrumbs = ({ slug, name }: { readonly slug: string; readonly name: string }) => [
  { text: name, href: `/cycles/${slug}` },
]
