/** What somebody may choose to be sent. */
export const messageChoices = {
  all: 'Reminders as they fall due',
  weekly: 'One list a week',
  escalations: 'Only what has been late for a week',
} as const

export type MessageChoice = keyof typeof messageChoices

export const defaultChoice: MessageChoice = 'all'
