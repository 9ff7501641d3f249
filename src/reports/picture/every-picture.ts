import { type Contradiction, contradictions } from '../../domain/picture/contradictions.ts'
import { type ContradictionLine, contradictionLine } from './contradiction-words.ts'
import type { CouncilPicture } from './picture-facts.ts'
import { pictureOf, type ScopedPicture } from './picture-of.ts'
import type { Scope } from './scopes.ts'

export type PictureFound = {
  readonly scope: Scope
  readonly picture: ScopedPicture
  readonly found: readonly Contradiction[]
}

/** The picture of every priority, service and portfolio, with what does not fit together in it. */
export const everyPicture = (all: CouncilPicture): PictureFound[] =>
  all.scopes.map((scope) => {
    const picture = pictureOf(all, scope)
    return { scope, picture, found: contradictions(picture) }
  })

/** What does not fit together in the priorities and the services, each said once. */
export function allContradictions(pictures: readonly PictureFound[]): ContradictionLine[] {
  const lines = pictures
    .filter(({ scope }) => scope.kind !== 'portfolio')
    .flatMap(({ found }) => found.map(contradictionLine))
  return [...new Map(lines.map((line) => [`${line.kind} ${line.says}`, line])).values()]
}
