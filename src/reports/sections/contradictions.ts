import type { Block } from '../../domain/report/blocks.ts'
import { count } from '../../domain/report/figure.ts'
import { allContradictions, everyPicture } from '../picture/every-picture.ts'
import type { CouncilPicture } from '../picture/picture-facts.ts'

const held = 'Performance, money and risk were held against each other.'

/** Where performance, money and risk contradict each other, across the whole council. */
export function contradictionsSection(picture: CouncilPicture): Block[] {
  const lines = allContradictions(everyPicture(picture))
  return [
    { kind: 'heading', level: 1, text: 'What does not fit together', id: 'contradictions' },
    {
      kind: 'paragraph',
      text:
        lines.length === 0
          ? [`${held} Nothing recorded contradicts anything else.`]
          : [
              `${held} `,
              count(lines.length, 'Performance, money and risk held here'),
              lines.length === 1 ? ' thing does not fit together:' : ' things do not fit together:',
            ],
    },
    ...(lines.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            ordered: false,
            items: lines.map(({ kind, parts, illustrative }) => [
              `${kind}: `,
              ...parts,
              ...(illustrative ? [' (Illustrative: it only shows how this works.)'] : []),
            ]),
          },
        ]),
  ]
}
