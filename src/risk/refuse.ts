import { Conflict } from '../access/refusals.ts'

/** Keeps nothing where something is wrong with what was said. */
export function refuse(fault: string | null): void {
  if (fault !== null) throw new Conflict(fault)
}
