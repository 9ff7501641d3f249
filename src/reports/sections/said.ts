import type { Block } from '../../domain/report/blocks.ts'
import type { Commentary } from '../../measures/commentary.ts'
import type { MeasureRow } from '../../measures/row.ts'
import type { PlanItem } from '../../planning/queries.ts'

/** What the services said of a priority's measures, each by whom and for which quarter. */
export function saidBlocks(
  priority: PlanItem,
  rows: readonly MeasureRow[],
  said: ReadonlyMap<string, Commentary>,
): Block[] {
  const items = rows.flatMap(({ code, title }) => {
    const words = said.get(code)
    return words === undefined ? [] : [[`${title}: ${wordsOf(words)}`]]
  })
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 3, text: 'What the services say', id: `${priority.code}-said` },
        { kind: 'list', ordered: false, items },
      ]
}

function wordsOf({ by, quarter, illustrative, cannotSupply, ...said }: Commentary): string {
  const sentences = [
    cannotSupply === null ? null : `No figure could be supplied: ${cannotSupply}`,
    said.whatHappened,
    said.whatWeDo,
    said.whenRight,
    ...said.evidence.map(({ says, source }) => `${says} (${source})`),
  ].flatMap((each) => (each === null ? [] : ended(each)))
  return `${sentences.join(' ')} (${by}, ${quarter}${illustrative ? '; illustrative' : ''})`
}

/** A sentence ends with a stop, as somebody in a hurry does not always write one. */
const ended = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return /[.!?…)’”]$/.test(line) ? line : `${line}.`
}
