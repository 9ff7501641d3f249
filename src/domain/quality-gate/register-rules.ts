import { takesTarget } from '../measures/measure.ts'
import type { QualityRule } from './finding.ts'
import { namesNoWhole, openWords, twoMeasures, volumeWords } from './title-words.ts'
import { isRatio, unitName } from './unit-kind.ts'
import { unsafeDirections } from './unsafe-directions.ts'

/** Rules that read what the register says of a measure. */
export const registerRules = {
  'no-owner': {
    criterion: 'responsible',
    severity: 'must',
    says: 'nobody owns it',
    find: ({ owner }) =>
      owner === null
        ? { wrong: 'Nobody is named as responsible for it.', mend: 'Name the role that answers for it.' }
        : null,
  },
  'no-target': {
    criterion: 'target',
    severity: 'must',
    says: 'it takes a target and has none',
    find: (definition, { hasTarget }) =>
      takesTarget(definition) && !hasTarget
        ? {
            wrong: 'It is to be judged against a target and none is set.',
            mend: 'Set a target with its tolerance and how it was chosen, or make it a contextual indicator.',
          }
        : null,
  },
  'no-data-officer': {
    criterion: 'robust',
    severity: 'must',
    says: 'no data source or data officer is named',
    find: ({ dataOfficer }) =>
      dataOfficer === null
        ? {
            wrong:
              'Neither where its figures come from nor who sends them is named, so it ends when somebody leaves.',
            mend: 'Name the system and the role that supplies the figures.',
          }
        : null,
  },
  'no-definition': {
    criterion: 'specific',
    severity: 'must',
    says: 'it has no definition',
    find: ({ definition }) =>
      definition === null
        ? {
            wrong: 'Only its title says what is measured.',
            mend: 'Write who or what is counted, out of whom, over which period, and what is left out.',
          }
        : null,
  },
  'serves-nothing': {
    criterion: 'focused',
    severity: 'must',
    says: 'it serves nothing in the plan',
    find: ({ serves }) =>
      serves === null
        ? { wrong: 'It serves nothing in the plan.', mend: 'Name the outcome it tells of, or drop it.' }
        : null,
  },
  'no-good-direction': {
    criterion: 'success-clear',
    severity: 'should',
    says: 'it is judged, and neither way is said to be good',
    find: ({ goodDirection, informationType }) =>
      goodDirection === 'none' && informationType !== 'contextual-indicator'
        ? {
            wrong: 'It is to be judged, but neither way is said to be good.',
            mend: 'Say which way is good, or make it a contextual indicator.',
          }
        : null,
  },
  'unsafe-direction': {
    criterion: 'good-identified',
    severity: 'should',
    says: 'its good direction is not safe to assume',
    find: ({ title, goodDirection }) => {
      const found = unsafeDirections.find(
        (each) => each.when.includes(goodDirection) && each.words.test(title),
      )
      if (!found) return null
      return {
        wrong: `${goodDirection === 'low' ? 'Low' : 'High'} is said to be good. ${found.why}.`,
        mend: found.mend,
      }
    },
  },
  'duplicated-title': {
    criterion: 'tells',
    severity: 'should',
    says: 'another measure has the same title',
    find: (_, { sameTitle }) =>
      sameTitle.length > 0
        ? {
            wrong: `${sameTitle.map(({ code, theme }) => `${code.toUpperCase()} (${theme})`).join(' and ')} has the same title, so a figure can be taken for the other’s.`,
            mend: 'Say in each title whose figure it is.',
          }
        : null,
  },
  'two-measures': {
    criterion: 'specific',
    severity: 'should',
    says: 'its title holds two measures',
    find: ({ title }) => {
      const found = twoMeasures.find(({ words }) => words.test(title))
      if (!found) return null
      return found.sure
        ? { wrong: `The title holds two measures: ${found.why}.`, mend: 'Make two measures of it.' }
        : { wrong: `The title holds ${found.why}.`, mend: 'Write ‘or’, ‘and’, or make two measures of it.' }
    },
  },
  'open-words': {
    criterion: 'specific',
    severity: 'consider',
    says: 'its title leaves open who counts',
    find: ({ title, definition }) => {
      const asks = definition === null ? openWords.filter(({ words }) => words.test(title)) : []
      return asks.length > 0
        ? {
            wrong: `The title leaves open ${asks.map((each) => each.asks).join('; ')}.`,
            mend: 'Settle it in the definition.',
          }
        : null
    },
  },
  'rate-without-whole': {
    criterion: 'specific',
    severity: 'should',
    says: 'it is a rate, and out of whom or what is not said',
    find: ({ title, unit, definition }) =>
      isRatio(unit) && definition === null && namesNoWhole(title)
        ? {
            wrong: 'It is a share or rate, and nothing says out of whom or what.',
            mend: 'Name the denominator in the title or the definition.',
          }
        : null,
  },
  'count-for-rate': {
    criterion: 'tells',
    severity: 'should',
    says: 'its title means a rate and its unit is a count',
    find: ({ title, unit }) =>
      !isRatio(unit) && /\b(rates?|percentage|proportion|per \d)\b/i.test(title)
        ? {
            wrong: `The title means a rate; the unit is ${unitName(unit)}.`,
            mend: 'Give it the unit of a rate, or a title that is a number.',
          }
        : null,
  },
  'count-of-people': {
    criterion: 'tells',
    severity: 'consider',
    says: 'a count of people, which grows with how many there are',
    find: ({ title, unit }) =>
      unit === 'count' && /\bnumber of (people|children|households|clients|new business)/i.test(title)
        ? {
            wrong:
              'A number grows with the population it is drawn from, so it can be compared neither with other places nor, for long, with itself.',
            mend: 'Show it beside its rate.',
          }
        : null,
  },
  'volume-as-performance': {
    criterion: 'outcomes',
    severity: 'should',
    says: 'it measures volume as performance, with no target',
    find: ({ title, unit, informationType }, { hasTarget }) =>
      unit === 'count' && informationType === 'performance-indicator' && !hasTarget && volumeWords.test(title)
        ? {
            wrong:
              'It counts how much happened, is called a performance indicator, and has no target: nothing tells how much is enough.',
            mend: 'Make it a contextual indicator, set a target, or measure what the visits are for.',
          }
        : null,
  },
} as const satisfies Record<string, QualityRule>
