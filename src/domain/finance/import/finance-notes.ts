import { noteTaker } from '../../import/understood.ts'
import type { FinanceUnderstood, Place } from './finance-problem.ts'

export type FinanceNotes = {
  readonly say: (place: Place, column: string, value: string, message: string) => void
  readonly all: () => FinanceUnderstood[]
}

/** How a file was understood, each thing said once, with the sheet and row it was first met in. */
export function financeNotes(): FinanceNotes {
  const taker = noteTaker()
  const sheets = new Map<string, string>()
  return {
    say: ({ sheet, row }, column, value, message) => {
      if (!sheets.has(message)) sheets.set(message, sheet)
      taker.say({ row, column, value, message })
    },
    all: () => taker.all().map((note) => ({ ...note, sheet: sheets.get(note.message) ?? '' })),
  }
}
