import type { InformationType, MeasureLevel } from '../measures/measure.ts'
import { measureLevels } from '../measures/measure.ts'
import type { Finding } from './finding.ts'

/** About how many key measures a set should hold. Source: the framework's table of levels (data/sefton/measure_levels.csv). */
export const guideSizes: Record<MeasureLevel, number> = { strategic: 10, tactical: 20, operational: 10 }

export type SetMember = {
  readonly theme: string
  readonly level: MeasureLevel
  readonly informationType: InformationType
}

/** What is wrong with a set of measures as a set: more key measures than anybody can act on. Context does not count. */
export function setFindings(members: readonly SetMember[]): Finding[] {
  return (Object.keys(guideSizes) as MeasureLevel[]).flatMap((level): Finding[] => {
    const all = members.filter((each) => each.level === level)
    const key = all.filter(({ informationType }) => informationType !== 'contextual-indicator')
    const guide = guideSizes[level]
    if (key.length <= guide) return []
    const [largest] = [...Map.groupBy(all, ({ theme }) => theme)].sort((a, b) => b[1].length - a[1].length)
    return [
      {
        rule: 'set-over-guide-size',
        criterion: 'balanced',
        severity: 'should',
        wrong:
          `The ${measureLevels[level].toLowerCase()} set holds ${all.length} measures, ${key.length} of them key measures; the guide is about ${guide}. ${largest ? `${largest[1].length} are of ‘${largest[0]}’.` : ''}`.trim(),
        mend: 'Keep those that a forum will act on, move the rest to a service’s own set, and make volumes contextual.',
      },
    ]
  })
}
