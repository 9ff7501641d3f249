import { evidenceKinds } from '../domain/cycle/answer-checks.ts'
import { commentaryQuestions } from '../domain/cycle/commentary-questions.ts'
import { dayText } from '../domain/period-text.ts'
import type { Commentary } from './commentary.ts'

export type CommentaryLine = { readonly term: string; readonly text: string }

/** What was said, question by question, then what stands beside it; what was left out is left out. */
export function commentaryLines(said: Commentary): CommentaryLine[] {
  const line = (term: string, text: string | null) => (text === null ? [] : [{ term, text }])
  return [
    ...line('Why there is no figure', said.cannotSupply),
    ...line(commentaryQuestions.whatHappened, said.whatHappened),
    ...line(commentaryQuestions.whatWeDo, said.whatWeDo),
    ...line(commentaryQuestions.whenRight, said.whenRight),
    ...said.evidence.map(({ kind, says, source }) => ({
      term: (evidenceKinds as Readonly<Record<string, string>>)[kind] ?? evidenceKinds.other,
      text: `${says} (${source})`,
    })),
  ]
}

/** Who said it, by their post, for which quarter and when it was published. */
export const saidBy = ({ by, quarter, givenAt, publishedAt }: Commentary): string =>
  `${by}, ${dayText(londonDay(givenAt))}, for ${quarter}. Assured, and published ${dayText(londonDay(publishedAt))}.`

const londonDay = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString()
