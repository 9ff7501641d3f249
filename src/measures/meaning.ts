import type { ChangeState } from '../domain/evaluation/change.ts'
import type { Evaluation } from '../domain/evaluation/evaluation.ts'

/** What follows from the change: firmly, or carefully while the limits rest on few figures. */
const fromChange: Record<ChangeState, { readonly firm: string; readonly trial: string }> = {
  none: {
    firm: 'The latest figure is one of the ups and downs that this measure always has, so it needs no explanation of its own.',
    trial:
      'So far the latest figure looks like one of the usual ups and downs, though there are too few figures to be sure.',
  },
  better: {
    firm: 'Something has changed for the better: it is worth finding out what, and keeping it.',
    trial:
      'Something may have changed for the better: it is worth finding out what, and too early to be sure.',
  },
  worse: {
    firm: 'Something has changed for the worse: it is worth finding out what, and acting on it.',
    trial:
      'Something may have changed for the worse: it is worth finding out what, and too early to be sure.',
  },
  high: {
    firm: 'The figures are higher than chance explains: it is worth knowing why.',
    trial: 'The figures may be higher than chance explains: it is worth asking why.',
  },
  low: {
    firm: 'The figures are lower than chance explains: it is worth knowing why.',
    trial: 'The figures may be lower than chance explains: it is worth asking why.',
  },
  mixed: {
    firm: 'The latest figure and the slope of five years point opposite ways, so neither should be acted on alone.',
    trial:
      'The latest figure and the slope of five years point opposite ways, so neither should be acted on alone.',
  },
  unknown: {
    firm: 'There are too few figures under one definition to tell a real change from chance, so no single rise or fall should be acted on.',
    trial:
      'There are too few figures under one definition to tell a real change from chance, so no single rise or fall should be acted on.',
  },
}

/** What a reader should make of it, in two sentences: about the change, and about what may be expected. */
export function meaning(evaluation: Evaluation, text: (value: number) => string): readonly string[] {
  if (!evaluation.latest) return []
  const { state, isFirm } = evaluation.change
  return [fromChange[state][isFirm ? 'firm' : 'trial'], expectation(evaluation, text)].filter(
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
