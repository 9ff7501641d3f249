import { FEWEST_NEIGHBOURS } from '../statistics/best-quarter.ts'
import type { Figures, QualityRule } from './finding.ts'
import { isRatio, unitName } from './unit-kind.ts'

/** Fewer points than this show no trend. */
export const LEAST_FOR_TREND = 5

const directionWords = {
  high: 'high as good',
  low: 'low as good',
  range: 'a range as good',
  none: 'neither way as good',
} as const

/** Rules that read the figures which stand behind a measure. */
export const figureRules = {
  'no-figures': {
    criterion: 'measurable',
    severity: 'must',
    says: 'no figures are held',
    find: (_, { figures }) =>
      figures === null || figures.points === 0
        ? {
            wrong: 'No figures are held, so nothing can be said of it, its trend or its comparison.',
            mend: 'Collect it, find a published series, or drop it.',
          }
        : null,
  },
  'proxy-only': {
    criterion: 'measurable',
    severity: 'should',
    says: 'only a proxy stands behind it',
    find: (_, { figures }) =>
      figures?.match === 'proxy'
        ? {
            wrong: `What stands behind it is something related, not the measure itself: ${figures.title}.`,
            mend: 'Collect the measure itself, or rename it after what is measured.',
          }
        : null,
  },
  'no-trend': {
    criterion: 'trend',
    severity: 'should',
    says: `fewer than ${LEAST_FOR_TREND} points`,
    find: (_, { figures }) =>
      figures && figures.points > 0 && figures.points < LEAST_FOR_TREND
        ? {
            wrong: `It has ${figures.points} ${figures.points === 1 ? 'point' : 'points'}; below ${LEAST_FOR_TREND} no trend can be told from chance.`,
            mend: 'Load its earlier figures, or read it more often.',
          }
        : null,
  },
  'lag-longer-than-period': {
    criterion: 'timely',
    severity: 'should',
    says: 'its lag is longer than its reporting period',
    find: (_, { figures }) => {
      if (!figures || figures.monthsOld === null || figures.monthsBetween === null) return null
      if (figures.monthsOld <= figures.monthsBetween || hasStopped(figures)) return null
      return {
        wrong: `The latest figure’s period ended ${months(figures.monthsOld)} ago, longer than the ${months(figures.monthsBetween)} from one figure to the next: by the time it is read, it is out of date.`,
        mend: 'Take it from its source sooner, or find something early that moves with it.',
      }
    },
  },
  'figures-stopped': {
    criterion: 'recent',
    severity: 'must',
    says: 'two reporting periods have gone by without a figure',
    find: (_, { figures }) =>
      figures && hasStopped(figures) && figures.monthsOld !== null
        ? {
            wrong: `The latest figure’s period ended ${months(figures.monthsOld)} ago: its figures seem to have stopped.`,
            mend: 'Find where it is published now, or drop it.',
          }
        : null,
  },
  'direction-disagrees': {
    criterion: 'good-identified',
    severity: 'should',
    says: 'the figures’ good direction disagrees with the framework’s',
    find: ({ goodDirection }, { figures }) =>
      figures && figures.goodDirection !== goodDirection
        ? {
            wrong: `The framework takes ${directionWords[goodDirection]}, the figures behind it ${directionWords[figures.goodDirection]} (${figures.title}).`,
            mend: 'Correct whichever is wrong, or say in the definition why they differ.',
          }
        : null,
  },
  'unit-disagrees': {
    criterion: 'tells',
    severity: 'should',
    says: 'its unit and that of its figures differ in kind, as a rate and a count do',
    find: ({ unit }, { figures }) =>
      figures && isRatio(unit) !== isRatio(figures.unit)
        ? {
            wrong: `The measure’s unit is ${unitName(unit)}; the figures behind it are in ${unitName(figures.unit)}.`,
            mend: 'Find figures in the measure’s own unit, or change the unit.',
          }
        : null,
  },
  'no-denominator-held': {
    criterion: 'accuracy',
    severity: 'consider',
    says: 'a rate whose figures come without numerator and denominator',
    find: (_, { figures }) =>
      figures && figures.points > 0 && isRatio(figures.unit) && figures.pointsWithDenominator === 0
        ? {
            wrong:
              'Its figures come without the numbers they were made of, so their margin of error is not known and they cannot be added up.',
            mend: 'Collect the numerator and the denominator with each figure.',
          }
        : null,
  },
  'no-comparator': {
    criterion: 'comparator',
    severity: 'consider',
    says: 'no similar council has figures for it',
    find: (_, { figures }) =>
      figures === null || figures.comparators < FEWEST_NEIGHBOURS
        ? {
            wrong:
              figures === null
                ? 'There is nothing to compare it with.'
                : `Only ${figures.comparators} similar councils have figures for it.`,
            mend: 'Look for it in national collections, or agree it with neighbours.',
          }
        : null,
  },
} as const satisfies Record<string, QualityRule>

const hasStopped = ({ monthsOld, monthsBetween }: Figures): boolean =>
  monthsOld !== null && monthsBetween !== null && monthsOld > 2 * monthsBetween

const months = (count: number): string => (count === 1 ? 'a month' : `${count} months`)
