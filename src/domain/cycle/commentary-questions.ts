/** The three things asked about every figure. */
export const commentaryQuestions = {
  whatHappened: 'What happened, and why?',
  whatWeDo: 'What are we doing about it?',
  whenRight: 'When will it be right?',
} as const

export type CommentaryQuestion = keyof typeof commentaryQuestions
export const questionOrder = Object.keys(commentaryQuestions) as readonly CommentaryQuestion[]
