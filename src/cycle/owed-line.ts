import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { owedWords } from '../domain/cycle/owed-words.ts'
import { answeredBy, isOwed, openRequests, waitingFor } from './open-requests.ts'

/**
 * What somebody signed in owes, in a line for the head of a page; null for everybody else, who owes nothing and is not kept
 * waiting for it.
 */
export async function owedLine(db: Db, actor: Actor, today: string): Promise<string | null> {
  if (actor.grants === undefined || actor.role === 'business-intelligence' || actor.role === 'operator')
    return null
  const open = await openRequests(db)
  const owed = owedWords(
    answeredBy(actor, open)
      .filter(isOwed)
      .map(({ cycle }) => cycle.due.entry),
    today,
  )
  const waiting = waitingFor(actor, open).reduce((sum, { count }) => sum + count, 0)
  const agreed =
    waiting === 0 ? null : `${waiting} ${waiting === 1 ? 'answer waits' : 'answers wait'} for your agreement.`
  return [owed, agreed].filter((each) => each !== null).join(' ') || null
}
