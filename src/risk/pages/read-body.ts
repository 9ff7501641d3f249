import { doneOnFault, dueFault } from '../../domain/risk/refusals.ts'
import { isStep, type Score } from '../../domain/risk/score.ts'
import type { Problem, Ran, Read } from '../../web/form.ts'
import { orConflict } from '../../web/or-conflict.ts'
import { readDay } from '../../web/read-day.ts'

const LONGEST = 2000

/** Reads the answers of a form one by one, and collects what is wrong with them. */
export function readBody(body: URLSearchParams) {
  const problems: Problem[] = []
  const say = (field: string, text: string): void => {
    problems.push({ field, text })
  }
  const typed = (name: string): string => (body.get(name) ?? '').trim()
  /** What was typed; null when nothing was. Given `needed`, that is what is said then. */
  function text(name: string): string | null
  function text(name: string, needed: string): string
  function text(name: string, needed?: string): string | null {
    const value = typed(name)
    if (value === '' && needed !== undefined) say(name, needed)
    if (value.length > LONGEST) say(name, `Write at most ${LONGEST} characters`)
    return value === '' && needed === undefined ? null : value
  }
  /** The day by which something is to be done. */
  const dueOn = (name: string, today: string): string => {
    const day = readDay(typed(name))
    const fault = day === null ? 'Write a day, such as 31 8 2024' : dueFault(day, today)
    if (fault !== null) say(name, fault)
    return day ?? ''
  }
  return {
    say,
    text,
    seen: Number(typed('seen')) || 0,
    sure: typed('sure') === 'yes',
    /** One of the choices there are. */
    choice: <Value extends string>(
      name: string,
      choices: Readonly<Record<Value, unknown>>,
      needed: string,
    ): Value => {
      const value = typed(name)
      if (!Object.hasOwn(choices, value)) say(name, needed)
      return value as Value
    },
    day: (name: string): string => {
      const day = readDay(typed(name))
      if (day === null) say(name, 'Write a day, such as 31 8 2024')
      return day ?? ''
    },
    /** The day on which something was done. */
    doneOn: (name: string, today: string): string => {
      const day = readDay(typed(name))
      const fault = day === null ? 'Write a day, such as 31 8 2024' : doneOnFault(day, today)
      if (fault !== null) say(name, fault)
      return day ?? ''
    },
    dueOn,
    dueOnOrNone: (name: string, today: string): string | null =>
      typed(name) === '' ? null : dueOn(name, today),
    whole: (name: string, from: number, to: number): number => {
      const value = /^\d{1,4}$/.test(typed(name)) ? Number(typed(name)) : Number.NaN
      if (!(value >= from && value <= to)) say(name, `Write a whole number from ${from} to ${to}`)
      return value
    },
    score: (): Score => {
      const score = { likelihood: Number(typed('likelihood')), impact: Number(typed('impact')) }
      if (!isStep(score.likelihood)) say('likelihood', 'Choose how likely it is, from 1 to 5')
      if (!isStep(score.impact)) say('impact', 'Choose how bad it would be, from 1 to 5')
      return score
    },
    done: <Input>(input: Input): Read<Input> =>
      problems.length > 0 ? { ok: false, problems } : { ok: true, input },
  }
}

/** The same for a command that may ask about what was typed before it keeps it: asked once, and kept when it is right. */
export async function askedFirst(field: string, work: () => Promise<string | null>): Promise<Ran<null>> {
  const ran = await orConflict(field, work)
  if (!ran.ok) return ran
  if (ran.result !== null) return { ok: false, problems: [{ field: 'sure', text: ran.result }] }
  return { ok: true, result: null }
}
