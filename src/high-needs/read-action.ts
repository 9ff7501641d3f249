import { type ActionProgress, actionProgress, type DatesBasis } from '../domain/high-needs/recovery.ts'
import { parseMoney } from '../domain/money.ts'
import { isMonth } from '../domain/period.ts'
import type { Problem, Read } from '../web/form.ts'
import type { ActionInput } from './record-recovery.ts'

const LONGEST = 1000
/** More than a council's whole high needs grant: it was written in pounds. */
const mostMillions = 500

export const actionFields = {
  workstream: '',
  title: '',
  startsIn: '',
  endsIn: '',
  value: '',
  progress: '',
  words: '',
  source: '',
}

/** An action of the recovery plan as somebody typed it. What is left empty is not stated. */
export function readAction(body: URLSearchParams): Read<ActionInput> {
  const problems: Problem[] = []
  const typed = (field: keyof typeof actionFields) => (body.get(field) ?? '').trim()
  const needed = (field: keyof typeof actionFields, text: string) => {
    if (typed(field) === '') problems.push({ field, text })
    if (typed(field).length > LONGEST) problems.push({ field, text: `Write at most ${LONGEST} characters` })
    return typed(field)
  }
  const month = (field: 'startsIn' | 'endsIn') => {
    if (typed(field) === '') return null
    if (!isMonth(typed(field)))
      problems.push({ field, text: 'Write the month as 2024-09, or leave it empty' })
    return typed(field)
  }
  const workstream = needed('workstream', 'Say which workstream it belongs to')
  const title = needed('title', 'Say what is to be done')
  const source = needed('source', 'Say which paper or decision it is from')
  const words = typed('words')
  if (words.length > LONGEST) problems.push({ field: 'words', text: `Write at most ${LONGEST} characters` })
  const [startsIn, endsIn] = [month('startsIn'), month('endsIn')]
  if (startsIn !== null && endsIn !== null && problems.length === 0 && endsIn < startsIn)
    problems.push({
      field: 'endsIn',
      text: `It would end before it begins in ${startsIn}; put the months in order`,
    })
  const progress = typed('progress')
  if (!Object.hasOwn(actionProgress, progress))
    problems.push({ field: 'progress', text: 'Choose how far it has come' })
  const amount = typed('value') === '' ? null : parseMoney(typed('value'), 'millions')
  if (amount && !amount.ok) problems.push({ field: 'value', text: amount.problem })
  if (amount?.ok && amount.value < 0n)
    problems.push({ field: 'value', text: 'Write what it saves, as a plus, or leave it empty' })
  if (amount?.ok && amount.value > BigInt(mostMillions) * 100_000_000n)
    problems.push({ field: 'value', text: 'The value is in £m: write £250,000 as 0.25' })
  if (problems.length > 0) return { ok: false, problems }
  const datesBasis: DatesBasis = startsIn === null && endsIn === null ? 'not stated' : 'stated'
  return {
    ok: true,
    input: {
      workstream,
      title,
      startsIn,
      endsIn,
      datesBasis,
      value: amount?.ok ? amount.value : null,
      progress: progress as ActionProgress,
      words: words === '' ? null : words,
      source,
    },
  }
}
