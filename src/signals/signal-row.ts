import { roles } from '../domain/access/roles.ts'
import { dayText } from '../domain/period-text.ts'
import type { Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'
import { levels, signalKinds } from '../domain/signals/signal.ts'
import { signalStates } from '../domain/signals/standing.ts'
import type { Signal } from './queries.ts'

/** One line of a list of what was raised. */
export function signalRow(signal: Signal, today: string) {
  const { id, kind, about, words, raisedByRole, raisedOn, standing, forum, illustrative } = signal
  const { state, level, due } = standing
  const isLate = due !== null && due < today
  const where = level === 'forum' && forum !== null ? forum : levels[level].text
  return {
    href: `/signals/${id}`,
    kind: signalKinds[kind],
    words: words.length > 140 ? `${words.slice(0, 140).trimEnd()}…` : words,
    about: about.title,
    by: roles[raisedByRole],
    raised: dayText(raisedOn),
    state: signalStates[state].text,
    tone: isLate ? ('bad' as const) : signalStates[state].tone,
    where: state === 'waiting' || state === 'decided' ? where : null,
    due: due === null ? null : isLate ? `Was due on ${dayText(due)}` : `Due by ${dayText(due)}`,
    illustrative,
  }
}

/** The same list to be taken away. */
export const signalTable = (
  name: string,
  caption: string,
  signals: readonly Signal[],
  today: string,
): Table => ({
  name,
  caption,
  columns: [
    column('number', 'Number'),
    column('kind', 'Kind'),
    column('about', 'About', 'left', 3),
    column('words', 'Words', 'left', 6),
    column('by', 'Raised by', 'left', 2),
    column('raised', 'Raised on', 'left', 2),
    column('state', 'State', 'left', 2),
    column('where', 'Waits at', 'left', 2),
    column('due', 'Due', 'left', 2),
    column('outcome', 'Outcome', 'left', 5),
    column('illustrative', 'Illustrative'),
  ],
  rows: signals.map((signal) => {
    const row = signalRow(signal, today)
    const outcome = outcomeOf(signal)
    const texts = [
      row.kind,
      row.about,
      signal.words,
      row.by,
      row.raised,
      row.state,
      row.where ?? 'nowhere',
      row.due ?? 'none',
      outcome?.words ?? 'none yet',
      row.illustrative ? 'yes' : 'no',
    ]
    return {
      role: 'body',
      cells: [text(String(signal.id), row.href), ...texts.map((words) => text(words))],
    }
  }),
  notes: [],
})

/** What came back to whoever raised it: the last answer, decision or words on it. */
export const outcomeOf = ({ steps }: Signal) =>
  steps.findLast(({ step }) => step === 'answered' || step === 'decided' || step === 'returned') ?? null
