import type { ImportProblem, Understood } from './incoming.ts'

const mostMessages = 100

export type NoteTaker = {
  readonly say: (note: ImportProblem) => void
  readonly all: () => readonly Understood[]
}

/** Gathers how cells were understood: one entry a message, so that a million like cells are one sentence. */
export function noteTaker(): NoteTaker {
  const notes = new Map<string, { note: ImportProblem; count: number }>()
  return {
    say: (note) => {
      const known = notes.get(note.message)
      if (known) known.count += 1
      else if (notes.size < mostMessages) notes.set(note.message, { note, count: 1 })
    },
    all: () => [...notes.values()].map(({ note, count }) => ({ ...note, count })),
  }
}
