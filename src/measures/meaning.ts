import type { ChangeState } from '../domain/evaluation/change.ts'
import type { Evaluation } from '../domain/evaluation/evaluation.ts'

type Firmness = 'firm' | 'few' | 'drifting'

const few = 'and there are too few figures to be sure'
const drifting = 'and these figures drift from level to level, so the usual range is only a rough guide'
const unsure = (words: string): Record<'few' | 'drifting', string> => ({
  few: `${words}, ${few}.`,
  drifting: `${words}, ${drifting}.`,
})
const always = (words: string): Record<Firmness, string> => ({ firm: words, few: words, drifting: words })

/** What follows from the change: firmly, or carefully while the usual range rests on few figures or on no steady level. */
const fromChange: Record<ChangeState, Record<Firmness, string>> = {
  none: {
    firm: 'The latest figure is one of the ups and downs that this measure always has, so it needs no explanation of its own.',
    ...unsure('The latest figure looks like one of the usual ups and downs'),
  },
  better: {
    firm: 'Something has changed for the better: it is worth finding out what, and keeping it.',
    ...unsure('Something may have changed for the better: it is worth finding out what'),
  },
  worse: {
    firm: 'Something has changed for the worse: it is worth finding out what, and acting on it.',
    ...unsure('Something may have changed for the worse: it is worth finding out what'),
  },
  high: {
    firm: 'The figures are higher than chance explains: it is worth knowing why.',
    ...unsure('The figures may be higher than chance explains: it is worth asking why'),
  },
  low: {
    firm: 'The figures are lower than chance explains: it is worth knowing why.',
    ...unsure('The figures may be lower than chance explains: it is worth asking why'),
  },
  mixed: always(
    'The latest figure and the slope of five years point opposite ways, so neither should be acted on alone.',
  ),
  unknown: always(
    'There are too few figures under one definition to tell a real change from chance, so no single rise or fall should be acted on.',
  ),
}

/** What a reader should make of it, in two sentences: about the change, and about what may be expected. */
export function meaning(evaluation: Evaluation, text: (value: number) => string): readonly string[] {
  if (!evaluation.latest) return []
  const { change, variation } = evaluation
  const firmness = change.isFirm ? 'firm' : variation.standing === 'established' ? 'drifting' : 'few'
  return [fromChange[change.state][firmness], expectation(evaluation, text)].filter(
    (sentence) => sentence !== '',
  )
}

function expectation(
  { change, assurance, comparison, outlook }: Evaluation,
  text: (value: number) => string,
): string {
  // While the level is changing, what it could do at that level is of no use.
  if (assurance.type !== 'not-said' && change.state === 'none') return assurance.says
  const { rank, of, standing } = comparison
  if (rank === null) {
    const next = outlook.periods[0]
    return outlook.isSaid && next
      ? `The next figure, 8 times in 10, will lie between ${text(next.lo80)} and ${text(next.hi80)}.`
      : ''
  }
  const others = of - 1
  if (rank === 1) return `None of the ${others} similar councils does better.`
  const better = `${rank - 1} of the ${others} similar councils ${rank === 2 ? 'does' : 'do'} better`
  return standing === 'worst-quarter' ? `${better}, which shows that better can be done.` : `${better}.`
}
